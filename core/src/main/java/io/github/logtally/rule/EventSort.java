package io.github.logtally.rule;

import io.github.logtally.capture.TemplateShape;
import io.github.logtally.config.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Events of one level, class of logger and template, and what these alone say of conditions.
 *
 * @param shape the template's shape, or null where nothing is known of the message before it is formatted
 */
record EventSort(String level, int severity, String loggerClass, @Nullable TemplateShape shape, int maxMessageLength) {
    /** What the template says of a rule. */
    enum Prospect {
        /** None of these events meets it. */
        NEVER,
        /** A part of it is decided. */
        DECIDED,
        /** Nothing. */
        OPEN
    }

    /** Whether a rule takes this level from this class of logger. */
    boolean admits(CompiledRule rule) {
        return admits(rule.definition.condition());
    }

    private boolean admits(Condition condition) {
        return condition.level().takes(level, severity) && Loggers.takes(condition.loggers(), loggerClass);
    }

    /** What the template says of a rule that takes this level from this class of logger. */
    Prospect prospectOf(CompiledRule rule) {
        if (shape == null) {
            return Prospect.OPEN;
        }
        Condition condition = rule.definition.condition();
        if (rulesOut(condition, rule.message)) {
            return Prospect.NEVER;
        }
        boolean decided = decides(condition, rule.message);
        for (int i = 0; i < rule.excludeMessages.size() && !decided; i++) {
            Condition exclude = rule.definition.excludes().get(i);
            Literals message = rule.excludeMessages.get(i);
            decided = !rulesOut(exclude, message) && decides(exclude, message);
        }
        return decided ? Prospect.DECIDED : Prospect.OPEN;
    }

    /** Whether no event can meet a condition. */
    boolean rulesOut(Condition condition, @Nullable Literals message) {
        return !admits(condition)
                || (message != null && Alignment.of(message, shape, maxMessageLength) == Alignment.NEVER)
                || (condition.contains() != null && ContainsInShape.never(condition.contains(), shape));
    }

    /** Whether the template meets a part of a condition that is not ruled out. */
    private boolean decides(Condition condition, @Nullable Literals message) {
        return (message != null && Alignment.of(message, shape, maxMessageLength) == Alignment.SAME)
                || (condition.contains() != null && ContainsInShape.always(condition.contains(), shape));
    }
}
