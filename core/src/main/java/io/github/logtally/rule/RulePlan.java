package io.github.logtally.rule;

import io.github.logtally.capture.Plan;
import io.github.logtally.capture.Slot;
import io.github.logtally.capture.Source;
import io.github.logtally.capture.TemplateShape;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that are left for the events of one plan, in their order. */
final class RulePlan extends Plan {
    /** Rules with a literal to look for, from which on one pass for all is faster than each looking for its own. */
    static final int MIN_INDEXED = 8;

    private final Evaluation evaluation;
    private final PlannedRule[] rules;
    private final Admission admission;
    private final @Nullable LiteralIndex index;

    // Mutable state: single-threaded under the turn

    private final long[] candidates;

    RulePlan(
            List<Source> sources,
            boolean text,
            @Nullable TemplateShape shape,
            Evaluation evaluation,
            List<PlannedRule> rules,
            Admission admission) {
        super(sources, text, shape);
        this.evaluation = evaluation;
        this.rules = rules.toArray(new PlannedRule[0]);
        this.admission = admission;
        this.index = index(rules);
        this.candidates = new long[index == null ? 0 : index.words()];
    }

    private static @Nullable LiteralIndex index(List<PlannedRule> rules) {
        List<@Nullable String> literals = new ArrayList<>();
        int indexable = 0;
        for (PlannedRule rule : rules) {
            literals.add(rule.requiredLiteral());
            indexable += rule.requiredLiteral() == null ? 0 : 1;
        }
        return indexable < MIN_INDEXED ? null : new LiteralIndex(literals);
    }

    @Override
    protected boolean admits(String text) {
        return admission.admits(text);
    }

    @Override
    public void apply(Slot slot) {
        try {
            evaluation.begin(slot);
        } catch (Throwable e) {
            for (PlannedRule rule : rules) {
                rule.failed(e);
            }
            return;
        }
        if (index == null || slot.textFault() != null) {
            for (PlannedRule rule : rules) {
                rule.apply(evaluation);
            }
        } else {
            applyIndexed(index);
        }
    }

    private void applyIndexed(LiteralIndex literals) {
        char[] text = evaluation.text();
        literals.scan(text, evaluation.textLength(), candidates);
        for (int word = 0; word < candidates.length; word++) {
            for (long left = candidates[word]; left != 0; left &= left - 1) {
                rules[word * Long.SIZE + Long.numberOfTrailingZeros(left)].apply(evaluation);
            }
        }
    }
}
