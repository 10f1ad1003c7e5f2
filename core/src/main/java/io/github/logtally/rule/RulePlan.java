package io.github.logtally.rule;

import io.github.logtally.capture.Plan;
import io.github.logtally.capture.Slot;
import io.github.logtally.capture.Source;
import io.github.logtally.capture.TemplateShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that are left for the events of one plan, in their order. */
final class RulePlan extends Plan {
    private final Evaluation evaluation;
    private final PlannedRule[] rules;
    private final Admission admission;

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
    }

    @Override
    protected boolean admits(String text) {
        return admission.admits(text);
    }

    @Override
    public void apply(Slot slot) {
        evaluation.begin(slot);
        for (PlannedRule rule : rules) {
            rule.apply(evaluation);
        }
        evaluation.end();
    }
}
