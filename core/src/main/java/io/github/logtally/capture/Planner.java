package io.github.logtally.capture;

import org.jspecify.annotations.Nullable;

/**
 * Knows the rules, and tells the gate which of them events of one sort can still match. Called by logging threads when
 * they meet something new; immutable.
 */
public interface Planner {
    /**
     * Loggers that no rule tells apart have one class: the longest name in any rule that is the logger or a parent of
     * it, or the empty name.
     */
    String loggerClass(String loggerName);

    /** Whether any rule looks at the level at all. */
    boolean looksAtLevels();

    /** Whether an event of this template could meet any rule, whatever its level, logger and arguments are. */
    boolean mayMatch(String template);

    /** Whether any rule takes events of this level from any logger. */
    boolean takesLevel(String levelName, int severity);

    /** Whether any rule takes events of this level from loggers of this class. */
    boolean mayMatch(String levelName, int severity, String loggerClass);

    /**
     * The plan for events of this level, class of logger and shape of template, or null where no rule can match.
     *
     * @param shape the template's shape, or null where nothing is known of the message before it is formatted
     */
    @Nullable
    Plan plan(String levelName, int severity, String loggerClass, @Nullable TemplateShape shape);
}
