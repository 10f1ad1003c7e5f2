package io.github.logtally.rule;

import io.github.logtally.config.Operation;
import io.github.logtally.series.FailureReason;
import io.github.logtally.series.LabelValues;
import io.github.logtally.series.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is evaluated on the events of one plan: what level, logger and template decide is decided. Single-threaded
 * under the turn.
 */
final class PlannedRule {
    /** Where an exemplar's trace and span are captured. */
    record TraceSources(int trace, int span) {}

    private final CompiledRule rule;
    private final Check[] checks;
    private final Check[][] excludes;
    private final @Nullable String requiredLiteral;
    private final @Nullable ValueReader value;
    private final Operand[][] labels;
    private final TraceSources[] traces;
    private final Operation operation;

    PlannedRule(
            CompiledRule rule,
            Check[] checks,
            @Nullable String requiredLiteral,
            Check[][] excludes,
            @Nullable ValueReader value,
            Operand[][] labels,
            TraceSources[] traces) {
        this.rule = rule;
        this.checks = checks;
        this.requiredLiteral = requiredLiteral;
        this.excludes = excludes;
        this.value = value;
        this.labels = labels;
        this.traces = traces;
        this.operation = rule.definition.operation();
    }

    /** A text without which the message cannot meet this rule, or null if none is known. */
    @Nullable
    String requiredLiteral() {
        return requiredLiteral;
    }

    /** Counts the event if it meets the rule. Never throws, but for what the virtual machine cannot survive. */
    void apply(Evaluation evaluation) {
        if (rule.isSwitchedOff()) {
            return;
        }
        evaluation.nextRule();
        try {
            if (matches(evaluation)) {
                rule.account.matched();
                count(evaluation);
            }
        } catch (Throwable e) {
            failed(FailureReason.INTERNAL, e);
            return;
        }
        FailureReason reason = evaluation.failure();
        if (reason != null) {
            failed(reason, null);
        }
    }

    /** The event cannot be evaluated at all. */
    void failed(Throwable cause) {
        failed(FailureReason.INTERNAL, cause);
    }

    private void failed(FailureReason reason, @Nullable Throwable cause) {
        rule.account.failed(reason);
        rule.failures.failed(rule.definition, reason, cause);
    }

    private boolean matches(Evaluation evaluation) {
        if (!all(checks, evaluation)) {
            return false;
        }
        for (Check[] exclude : excludes) {
            if (all(exclude, evaluation) || evaluation.failure() != null) {
                return false;
            }
        }
        return true;
    }

    private static boolean all(Check[] checks, Evaluation evaluation) {
        for (Check check : checks) {
            if (!check.holds(evaluation)) {
                return false;
            }
        }
        return true;
    }

    private void count(Evaluation evaluation) {
        double number = 1;
        if (value != null) {
            if (!value.read(evaluation) || evaluation.failure() != null) {
                return;
            }
            number = value.value();
        }
        LabelValues out = evaluation.labels;
        out.reset();
        for (int i = 0; i < labels.length; i++) {
            for (Operand piece : labels[i]) {
                piece.appendTo(evaluation, out);
            }
            if (evaluation.failure() != null || !rule.shapers.get(i).shape(evaluation, out)) {
                return;
            }
            out.endLabel();
        }
        record(evaluation, out, number);
    }

    private void record(Evaluation evaluation, LabelValues out, double number) {
        String trace = null;
        String span = null;
        for (TraceSources sources : traces) {
            if (evaluation.isThere(sources.trace()) && evaluation.isThere(sources.span())) {
                trace = evaluation.textOf(sources.trace()).toString();
                span = evaluation.textOf(sources.span()).toString();
                break;
            }
        }
        rule.account.counting(out, number);
        Outcome outcome = rule.family.record(out, operation, number, trace, span, rule.account);
        switch (outcome) {
            case NOT_FINITE -> evaluation.fail(FailureReason.NOT_FINITE);
            case NEGATIVE -> evaluation.fail(FailureReason.NEGATIVE);
            case UPDATED, DROPPED -> {}
        }
    }
}
