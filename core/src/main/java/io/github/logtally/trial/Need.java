package io.github.logtally.trial;

/**
 * Something of an event that a rule reads.
 *
 * @param kind what it is
 * @param name which one: the key of an MDC entry or a field, the class that an exception must be of, the position of an
 *     argument; empty where there is only one
 */
public record Need(Kind kind, String name) {
    /** What a rule can read beside the message. */
    public enum Kind {
        LEVEL,
        LOGGER_CONDITION,
        LOGGER,
        THREAD,
        MARKER,
        TEMPLATE,
        ARGUMENT,
        EXCEPTION,
        EXCEPTION_CLASS,
        MDC,
        FIELD
    }
}
