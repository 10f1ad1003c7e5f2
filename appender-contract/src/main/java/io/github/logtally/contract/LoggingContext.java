package io.github.logtally.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A logging framework that runs one configuration file, in a context of its own beside any other.
 *
 * <p>Logging is safe from any thread; all else belongs to the thread of the test.
 */
public interface LoggingContext extends AutoCloseable {
    /**
     * Logs through the framework's own logger, with the overload an application's call of so many arguments takes.
     *
     * @param level name of a level that both frameworks have
     * @param marker name of a marker, or null for none
     * @param arguments what fills the template; a throwable at the end is the event's
     */
    void log(
            String logger,
            String level,
            @Nullable String marker,
            @Nullable String template,
            @Nullable Object... arguments);

    /** Logs an event with structured fields, in the way that is the framework's own. */
    void logFields(String logger, Map<String, ?> fields);

    /**
     * Gives the root logger's appenders an INFO event of a logger that the framework itself does not have: it would keep
     * every logger there ever was.
     */
    void append(String logger, String message);

    /** Makes {@code parent} a parent (Log4j) or a reference (Logback) of the marker. */
    void relateMarker(String marker, String parent);

    /** Sets an entry of the calling thread's MDC / thread context. */
    void putMdc(String key, String value);

    /** Empties the calling thread's MDC / thread context. */
    void clearMdc();

    /** Puts another configuration file in the place of the running one, in the framework's own order of starts and stops. */
    void reconfigure(String file);

    /**
     * What the framework's status channel has shown about configurations since this context was opened: only messages
     * at the level at which the framework shows them by default without stopping an application.
     */
    List<String> problems();

    /** All that the framework's status channel has shown from its level WARN up since this context was opened. */
    List<String> warnings();

    /** How many holes of a message template the framework can fill: an event with more does not reach an appender. */
    default int mostHoles() {
        return Integer.MAX_VALUE;
    }

    /** Stops the context and its appenders. */
    @Override
    void close();

    /** Logs at INFO without a marker. */
    default void info(String logger, String template, @Nullable Object... arguments) {
        log(logger, "INFO", null, template, arguments);
    }
}
