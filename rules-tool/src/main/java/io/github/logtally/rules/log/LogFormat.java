package io.github.logtally.rules.log;

import io.github.logtally.spi.LoggedThrowable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the lines of a log are written. Implementations may keep working space: confined to one thread. */
public interface LogFormat {
    /** What a log can tell of an event beside its message. */
    enum Trait {
        LEVEL,
        LOGGER,
        THREAD,
        MARKER,
        EXCEPTION,
        ALL_MDC,
        FIELDS
    }

    /** Whether an event begins in this line, whose place is noted in the event; notes its parts as far as this line has them. */
    boolean begins(LogEvent event, int from, int to);

    /** Whether a line in which no event begins has the date that an event begins with. */
    default boolean beginsAlike(byte[] bytes, int from, int to) {
        return false;
    }

    /**
     * All lines of the event are there: finds the end of its message, its stack trace, and what stands behind them.
     *
     * @return whether it is an event, after all
     */
    boolean complete(LogEvent event);

    /** Whether lines in which no event begins belong to the one before. */
    boolean joinsLines();

    /** Whether a message is not written as it is. */
    default boolean writesEscapes() {
        return false;
    }

    /** Appends the message. */
    void message(LogEvent event, StringBuilder into);

    /** An MDC entry, or null. */
    @Nullable
    Object mdc(LogEvent event, String key);

    /** A structured field, or null. */
    @Nullable
    Object field(LogEvent event, String key);

    /** The names of the markers, the event's own first; empty where it has none. */
    Iterable<String> markers(LogEvent event);

    /** What was thrown, or null. */
    @Nullable
    LoggedThrowable thrown(LogEvent event);

    /** What this can tell of an event. */
    Set<Trait> traits();

    /** Whether an MDC entry of this key can be told. */
    boolean tellsMdc(String key);

    /** Whether names of loggers may be shortened. */
    boolean shortensLoggers();

    /** The format in words. */
    String describe();

    /** Why no event begins in this line, in words. */
    String whyNot(String line);
}
