package io.github.logtally.trial;

import io.github.logtally.config.Condition;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.Piece;
import io.github.logtally.config.Reference;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.config.ValueTemplate;
import io.github.logtally.trial.Need.Kind;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what a rule reads. */
final class Needs {
    private final Set<Need> needs = new LinkedHashSet<>();

    private Needs() {}

    static Set<Need> of(RuleDefinition rule) {
        Needs needs = new Needs();
        needs.addCondition(rule.condition());
        rule.excludes().forEach(needs::addCondition);
        for (LabelDefinition label : rule.labels()) {
            needs.addValue(label.value());
        }
        needs.addValue(rule.value());
        return needs.needs;
    }

    private void addCondition(Condition condition) {
        if (!condition.level().takesAll()) {
            add(Kind.LEVEL, "");
        }
        if (!condition.loggers().isEmpty()) {
            add(Kind.LOGGER_CONDITION, String.join(", ", condition.loggers()));
        }
        if (condition.marker() != null) {
            add(Kind.MARKER, "");
        }
        addClass(condition.exception());
        addClass(condition.rootCause());
        condition.mdc().forEach(entry -> add(Kind.MDC, entry.key()));
        condition.fields().forEach(entry -> add(Kind.FIELD, entry.key()));
    }

    private void addClass(@Nullable String className) {
        if (className != null) {
            add(Kind.EXCEPTION, "");
            if (!className.equals("*")) {
                add(Kind.EXCEPTION_CLASS, className);
            }
        }
    }

    private void addValue(@Nullable ValueTemplate value) {
        if (value == null) {
            return;
        }
        for (Piece piece : value.pieces()) {
            if (piece instanceof Piece.Ref ref) {
                addReference(ref.reference());
            }
        }
    }

    private void addReference(Reference reference) {
        if (reference instanceof Reference.Level) {
            add(Kind.LEVEL, "");
        } else if (reference instanceof Reference.Logger) {
            add(Kind.LOGGER, "");
        } else if (reference instanceof Reference.ThreadName) {
            add(Kind.THREAD, "");
        } else if (reference instanceof Reference.Marker) {
            add(Kind.MARKER, "");
        } else if (reference instanceof Reference.MessageTemplate) {
            add(Kind.TEMPLATE, "");
        } else if (reference instanceof Reference.Argument argument) {
            add(Kind.ARGUMENT, Integer.toString(argument.index()));
        } else if (reference instanceof Reference.ExceptionName || reference instanceof Reference.RootCauseName) {
            add(Kind.EXCEPTION, "");
        } else if (reference instanceof Reference.Mdc mdc) {
            add(Kind.MDC, mdc.key());
        } else if (reference instanceof Reference.Field field) {
            add(Kind.FIELD, field.key());
        }
    }

    private void add(Kind kind, String name) {
        needs.add(new Need(kind, name));
    }
}
