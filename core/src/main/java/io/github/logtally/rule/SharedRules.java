package io.github.logtally.rule;

import io.github.logtally.capture.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules planned without regard to a template, for all plans that leave them open: a program has thousands of templates, and
 * rules that look at the text are open for nearly all of them. Evaluated under the turn only.
 */
final class SharedRules {
    /** Rules with a literal to look for, from which on one pass for all is faster than each looking for its own. */
    private static final int MIN_INDEXED = 8;

    /** So many places take the memory of a rule. */
    private static final int PLACES_A_RULE = 32;

    private final @Nullable PlannedRule[] rules;
    private final List<Source> sources;
    private final BitSet numbers = new BitSet();
    private final BitSet readsText = new BitSet();
    private final long[] words;
    private final @Nullable LiteralIndex index;

    // Mutable state: written once by the table

    private volatile boolean kept;

    /**
     * Plans those rules whose numbers are given.
     *
     * @param sort what rules excludes out
     */
    SharedRules(List<CompiledRule> all, BitSet wanted, EventSort sort) {
        rules = new PlannedRule[all.size()];
        RulePlanner planner = new RulePlanner(sort, null, List.of());
        List<@Nullable String> literals = new ArrayList<>();
        int indexable = 0;
        for (int number = 0; number < rules.length; number++) {
            PlannedRule planned = wanted.get(number) ? planner.plan(all.get(number)) : null;
            String literal = planned == null ? null : planned.requiredLiteral();
            literals.add(literal);
            indexable += literal == null ? 0 : 1;
            if (planned != null) {
                rules[number] = planned;
                numbers.set(number);
                readsText.set(number, planner.readsText());
            }
        }
        sources = planner.sources();
        words = Arrays.copyOf(numbers.toLongArray(), (rules.length + Long.SIZE - 1) / Long.SIZE);
        index = indexable < MIN_INDEXED ? null : new LiteralIndex(literals);
    }

    /** The rules by number. Not to be changed. */
    BitSet numbers() {
        return numbers;
    }

    /** The same as words of bits, as many as all rules of the appender take. Not to be changed. */
    long[] words() {
        return words;
    }

    /** How much memory they take, in rules: the places of those that are not among them take some, too. */
    int weight() {
        return 1 + numbers.cardinality() + rules.length / PLACES_A_RULE;
    }

    /** Whether the table has these, for other plans and at its own expense. */
    boolean isKept() {
        return kept;
    }

    void keep() {
        kept = true;
    }

    /** What all of them together capture. */
    List<Source> sources() {
        return sources;
    }

    /** Whether one of these rules reads the message. */
    boolean readsText(BitSet some) {
        return readsText.intersects(some);
    }

    PlannedRule rule(int number) {
        PlannedRule rule = rules[number];
        if (rule == null) {
            throw new IllegalArgumentException("rule " + number + " is not among these");
        }
        return rule;
    }

    /** Sets the bits of the rules that can match the event, as far as the literals in its message tell; clears the others. */
    void scan(Evaluation evaluation, boolean textIsThere, long[] found) {
        if (index == null || !textIsThere) {
            System.arraycopy(words, 0, found, 0, words.length);
        } else {
            index.scan(evaluation.text(), evaluation.textLength(), found);
        }
    }
}
