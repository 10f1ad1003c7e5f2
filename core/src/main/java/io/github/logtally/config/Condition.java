package io.github.logtally.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event must have; all that is stated must hold. Absent parts are null or empty.
 *
 * @param level which levels
 * @param loggers names of loggers or of parents of them; empty: any
 * @param marker a marker's name, or null
 * @param message what the whole message looks like, or null
 * @param contains a text in the formatted message, or null
 * @param regex what is found in the formatted message, or null
 * @param regexGroups the names of the regex's named groups
 * @param exception full class name of the throwable or of a superclass, {@code *} for any, or null
 * @param rootCause the same of the innermost cause, or null
 * @param mdc conditions on MDC entries
 * @param fields conditions on structured fields
 */
public record Condition(
        LevelCondition level,
        List<String> loggers,
        @Nullable String marker,
        @Nullable MessagePattern message,
        @Nullable String contains,
        @Nullable Pattern regex,
        List<String> regexGroups,
        @Nullable String exception,
        @Nullable String rootCause,
        List<EntryCondition> mdc,
        List<EntryCondition> fields) {
    /** Takes every event. */
    public static final Condition NONE = new Condition(
            LevelCondition.ANY, List.of(), null, null, null, null, List.of(), null, null, List.of(), List.of());

    public Condition {
        loggers = List.copyOf(loggers);
        regexGroups = List.copyOf(regexGroups);
        mdc = List.copyOf(mdc);
        fields = List.copyOf(fields);
    }
}
