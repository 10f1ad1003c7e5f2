package io.github.logtally.capture;

/**
 * Something of an event that is copied into a slot on the logging thread. {@link ValueType} says what can come of it.
 */
public sealed interface Source {
    /** The argument that fills a hole of the template; null is the text {@code null}. */
    record HoleArgument(int index) implements Source {}

    /** An argument by its position, where a trailing throwable is none. */
    record Argument(int index) implements Source {}

    /** The logger's name. */
    record LoggerName() implements Source {}

    /** The message template. */
    record Template() implements Source {}

    /** The thread's name. */
    record ThreadName() implements Source {}

    /** The marker's name. */
    record MarkerName() implements Source {}

    /** The class name of the throwable. */
    record ThrowableName(boolean full) implements Source {}

    /** The class name of the innermost cause. */
    record RootCauseName(boolean full) implements Source {}

    /** An MDC entry. */
    record Mdc(String key) implements Source {}

    /** A structured field. */
    record Field(String key) implements Source {}

    /** Whether the event has this marker, as a Boolean. */
    record HasMarker(String name) implements Source {}

    /** Whether the throwable is of this class, as a Boolean; {@code *} asks for any. */
    record ThrowableIs(String className) implements Source {}

    /** Whether the innermost cause is of this class, as a Boolean; {@code *} asks for any. */
    record RootCauseIs(String className) implements Source {}
}
