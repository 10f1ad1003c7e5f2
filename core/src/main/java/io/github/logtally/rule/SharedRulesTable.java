package io.github.logtally.rule;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The sets of {@link SharedRules} of one appender, made when first needed. Bounded: how many are needed depends on how many
 * levels and loggers the rules tell apart. Any thread.
 */
final class SharedRulesTable {
    /** How much all sets together may weigh. */
    private static final int MAX_WEIGHT = 32_768;

    private final List<CompiledRule> rules;
    private final Map<Object, SharedRules> sets = new ConcurrentHashMap<>();
    private final AtomicInteger held = new AtomicInteger();

    SharedRulesTable(List<CompiledRule> rules) {
        this.rules = rules;
    }

    /** These rules, planned for events of this sort but for its template. */
    SharedRules of(BitSet numbers, EventSort sort) {
        List<Object> key = List.of(sort.level(), numbers, excludes(numbers, sort));
        SharedRules known = sets.get(key);
        if (known != null) {
            return known;
        }
        SharedRules made = new SharedRules(rules, numbers, sort);
        if (held.addAndGet(made.weight()) > MAX_WEIGHT) {
            held.addAndGet(-made.weight());
            return made;
        }
        SharedRules there = sets.putIfAbsent(key, made);
        if (there != null) {
            held.addAndGet(-made.weight());
            return there;
        }
        made.keep();
        return made;
    }

    /** Those excludes of the rules that these events could meet, numbered through. */
    private BitSet excludes(BitSet numbers, EventSort sort) {
        BitSet open = new BitSet();
        int exclude = 0;
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            CompiledRule rule = rules.get(number);
            for (int i = 0; i < rule.excludeMessages.size(); i++, exclude++) {
                open.set(exclude, !sort.rulesOut(rule.definition.excludes().get(i), rule.excludeMessages.get(i)));
            }
        }
        return open;
    }
}
