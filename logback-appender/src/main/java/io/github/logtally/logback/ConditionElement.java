package io.github.logtally.logback;

/**
 * What an event must meet; all that is stated must hold. Comma-separated settings take the next {@code ,} or {@code =}
 * literally after a backslash.
 */
public abstract class ConditionElement extends NestedElement {
    ConditionElement(String kind) {
        super(kind);
    }

    /**
     * One of these levels, comma separated: {@code WARN, ERROR}.
     *
     * @param level names of levels
     */
    public void setLevel(String level) {
        set("level", level);
    }

    /**
     * At least this severe.
     *
     * @param minLevel the name of a level
     */
    public void setMinLevel(String minLevel) {
        set("minLevel", minLevel);
    }

    /**
     * At most this severe.
     *
     * @param maxLevel the name of a level
     */
    public void setMaxLevel(String maxLevel) {
        set("maxLevel", maxLevel);
    }

    /**
     * The logger's name or a parent of it; several, comma separated.
     *
     * @param logger names of loggers
     */
    public void setLogger(String logger) {
        set("logger", logger);
    }

    /**
     * This marker, or one that has it among its references.
     *
     * @param marker the name of a marker
     */
    public void setMarker(String marker) {
        set("marker", marker);
    }

    /**
     * The message pattern: the log statement with its braces named, {@code Order {id} placed}.
     *
     * @param message a pattern of the whole message
     */
    public void setMessage(String message) {
        set("message", message);
    }

    /**
     * A text that the formatted message contains.
     *
     * @param contains the text, taken literally
     */
    public void setContains(String contains) {
        set("contains", contains);
    }

    /**
     * A {@code java.util.regex} pattern found in the formatted message; its named groups are captures.
     *
     * @param regex the pattern
     */
    public void setRegex(String regex) {
        set("regex", regex);
    }

    /**
     * The full name of the throwable's class or of one that it extends; {@code *} for any throwable.
     *
     * @param exception the name of a class
     */
    public void setException(String exception) {
        set("exception", exception);
    }

    /**
     * The same of the innermost cause.
     *
     * @param rootCause the name of a class
     */
    public void setRootCause(String rootCause) {
        set("rootCause", rootCause);
    }

    /**
     * MDC entries, {@code tenant=acme, region=eu*}; a bare key: it is present.
     *
     * @param mdc keys with globs, comma separated
     */
    public void setMdc(String mdc) {
        set("mdc", mdc);
    }

    /**
     * The same for key-value pairs.
     *
     * @param field keys with globs, comma separated
     */
    public void setField(String field) {
        set("field", field);
    }
}
