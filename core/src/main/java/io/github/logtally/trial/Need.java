package io.github.logtally.trial;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Something of an event that a rule reads.
 *
 * @param kind what it is
 * @param name which one: the key of an MDC entry or a field, the class that an exception must be of, the position of an
 *     argument; empty where there is only one
 */
@ProviderType
public record Need(Kind kind, String name) {
    /** What a rule can read beside the message. */
    public enum Kind {
        /** The level, in a condition or as a label. */
        LEVEL,

        /** The logger, in a condition. */
        LOGGER_CONDITION,

        /** The logger's name. */
        LOGGER,

        /** The thread's name. */
        THREAD,

        /** The marker. */
        MARKER,

        /** The message template. */
        TEMPLATE,

        /** An argument by its position. */
        ARGUMENT,

        /** The exception or its root cause. */
        EXCEPTION,

        /** Whether the exception or its root cause is of a class. */
        EXCEPTION_CLASS,

        /** An MDC entry. */
        MDC,

        /** A structured field. */
        FIELD
    }
}
