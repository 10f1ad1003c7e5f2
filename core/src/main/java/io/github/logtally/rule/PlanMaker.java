package io.github.logtally.rule;

import io.github.logtally.capture.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes one plan: takes the rules one by one, decides what level, logger and template decide, and collects what the rest
 * must capture. Rules that the template leaves open are shared with other plans. Used once, by the logging thread that met
 * something new.
 */
final class PlanMaker {
    /** So many open rules a plan has for itself, and then captures no more than they need. */
    private static final int FEW = 8;

    private final List<CompiledRule> rules;
    private final SharedRulesTable table;
    private final EventSort sort;
    private final BitSet left = new BitSet();
    private final BitSet open = new BitSet();
    private final BitSet roaming = new BitSet();
    private final BitSet anchored = new BitSet();

    PlanMaker(List<CompiledRule> rules, SharedRulesTable table, EventSort sort) {
        this.rules = rules;
        this.table = table;
        this.sort = sort;
    }

    /** The plan, or null if no rule is left. */
    @Nullable
    Plan make(Evaluation evaluation) {
        for (int number = 0; number < rules.size(); number++) {
            look(number, rules.get(number));
        }
        SharedRules shared = shared();
        if (shared == null) {
            open.clear();
        }
        left.andNot(open);
        RulePlanner planner = new RulePlanner(sort, sort.shape(), shared == null ? List.of() : shared.sources());
        boolean text = shared != null && shared.readsText(open);
        List<PlannedRule> own = new ArrayList<>();
        BitSet ownNumbers = new BitSet();
        for (int number = left.nextSetBit(0); number >= 0; number = left.nextSetBit(number + 1)) {
            PlannedRule rule = planner.plan(rules.get(number));
            if (rule != null) {
                own.add(rule);
                ownNumbers.set(number);
                text |= planner.readsText();
            }
        }
        if (own.isEmpty() && shared == null) {
            return null;
        }
        Admission admission = sort.shape() == null ? admission(ownNumbers) : Admission.NONE;
        return new RulePlan(
                planner.sources(), text, sort.shape(), evaluation, admission, own, ownNumbers, shared, open);
    }

    private Admission admission(BitSet ownNumbers) {
        BitSet all = (BitSet) ownNumbers.clone();
        all.or(open);
        List<@Nullable Literals> patterns = new ArrayList<>();
        for (int number = all.nextSetBit(0); number >= 0; number = all.nextSetBit(number + 1)) {
            patterns.add(rules.get(number).message);
        }
        return new Admission(patterns, sort.maxMessageLength());
    }

    /** Those of others that take over the open rules, or null; then {@link #open} is left with these. */
    private @Nullable SharedRules shared() {
        BitSet common = roaming;
        BitSet openAnchored = (BitSet) open.clone();
        openAnchored.and(anchored);
        if (sort.shape() == null || openAnchored.cardinality() >= FEW) {
            common.or(anchored);
        }
        open.and(common);
        if (open.isEmpty()) {
            return null;
        }
        SharedRules shared = table.of(common, sort);
        open.and(shared.numbers());
        boolean wasteful = open.cardinality() < FEW && !open.equals(shared.numbers());
        return wasteful || open.isEmpty() ? null : shared;
    }

    private void look(int number, CompiledRule rule) {
        if (!sort.admits(rule)) {
            return;
        }
        (rule.roams() ? roaming : anchored).set(number);
        EventSort.Prospect prospect = sort.prospectOf(rule);
        left.set(number, prospect != EventSort.Prospect.NEVER);
        open.set(number, prospect == EventSort.Prospect.OPEN);
    }
}
