package io.github.logtally.config;

/** What a reference in braces can name. A closed vocabulary. */
public sealed interface Reference {
    /** A hole of the rule's message pattern or a named group of its regex. */
    record Capture(String name) implements Reference {}

    /** The framework's own name of the level. */
    record Level() implements Reference {}

    /**
     * The logger's name.
     *
     * @param segments how many of its last segments; 0 for all
     */
    record Logger(int segments) implements Reference {}

    /** The name of the logging thread. */
    record ThreadName() implements Reference {}

    /** The name of the event's marker. */
    record Marker() implements Reference {}

    /** The message template. */
    record MessageTemplate() implements Reference {}

    /** The formatted message. */
    record Message() implements Reference {}

    /** The class name of the throwable; simple or full. */
    record ExceptionName(boolean full) implements Reference {}

    /** The class name of the innermost cause, the throwable itself where it has none; simple or full. */
    record RootCauseName(boolean full) implements Reference {}

    /** An MDC / thread context entry. */
    record Mdc(String key) implements Reference {}

    /** A structured field. */
    record Field(String key) implements Reference {}

    /** An argument of the template by position, from 0; a trailing throwable is none. */
    record Argument(int index) implements Reference {}
}
