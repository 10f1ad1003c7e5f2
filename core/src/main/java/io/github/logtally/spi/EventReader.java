package io.github.logtally.spi;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the events of one logging framework.
 *
 * <p>Stateless: one instance serves all threads and all events. Every method that takes an event runs on the thread
 * that logs, inside the call of the appender, and must not keep the event. No method allocates unless it says so.
 * Methods may throw what the application's own objects throw; the caller survives it.
 *
 * @param <E> the framework's event
 */
@ConsumerType
public interface EventReader<E> extends LevelScale {
    /**
     * The framework's own name of the level, {@code WARN}; the same String instance every time for one level.
     *
     * @param event the event being logged
     * @return the name, never null
     */
    String levelName(E event);

    /**
     * The severity of the event's level on this scale.
     *
     * @param event the event being logged
     * @return the severity, as {@link #severityOf} gives it for the level's name
     */
    int severity(E event);

    /**
     * The name of the logger; empty where the event has none.
     *
     * @param event the event being logged
     * @return the name, never null
     */
    String loggerName(E event);

    /**
     * The message template with its {@code {}} as the application wrote it, or null where the message is not made by
     * filling <code>{}</code> (objects, maps, {@code printf} style).
     *
     * @param event the event being logged
     * @return the template or null
     */
    @Nullable
    String template(E event);

    /**
     * Hands over the arguments of the template in their order, each to {@link ArgumentConsumer#argument}. A throwable at
     * their end is included where the framework keeps it among its arguments.
     *
     * @param event the event being logged
     * @param consumer takes the arguments, on this thread, before the method returns
     */
    void arguments(E event, ArgumentConsumer consumer);

    /**
     * How many arguments {@link #arguments} hands over, with those that it calls {@link ArgumentConsumer#unfilled}.
     *
     * @param event the event being logged
     * @return the number, 0 where the event has none
     */
    int argumentCount(E event);

    /**
     * The text of an argument, an MDC entry or a field as the framework would write it into the message. Called for
     * everything but Strings and the JDK's small immutable values. Allocates, and runs code of the application; what this
     * throws goes to the caller, where frameworks write a text about the failure instead.
     *
     * @param argument what the event holds, never null
     * @return the text; null counts as {@code "null"}
     */
    @Nullable
    String argumentText(Object argument);

    /**
     * The formatted message: returned where a String of it exists, or else appended to {@code into}, and null
     * returned. May allocate what the framework's formatting allocates, and runs code of the application.
     *
     * @param event the event being logged
     * @param into takes the text where there is no String of it; what it holds already is to be kept
     * @return the message, or null where it was appended
     */
    @Nullable
    String message(E event, StringBuilder into);

    /**
     * Whether the event has this marker, or one that has it among its ancestors.
     *
     * @param event the event being logged
     * @param markerName the name of a marker
     * @return whether it has it
     */
    boolean hasMarker(E event, String markerName);

    /**
     * The name of the event's (first) marker, or null.
     *
     * @param event the event being logged
     * @return the name or null
     */
    @Nullable
    String markerName(E event);

    /**
     * The throwable of the event, or null.
     *
     * @param event the event being logged
     * @return the throwable or null
     */
    @Nullable
    Throwable throwable(E event);

    /**
     * The name of the thread that logs.
     *
     * @param event the event being logged
     * @return the name, never null
     */
    String threadName(E event);

    /**
     * The MDC / thread context entry of this key, or null where there is none.
     *
     * @param event the event being logged
     * @param key the key, as the user wrote it
     * @return the value or null
     */
    @Nullable
    Object mdc(E event, String key);

    /**
     * The structured field of this key, typed as it was passed: key-value pair, map message entry, structured data.
     * Null where there is none; a field that is there without a value gives the text {@code "null"}.
     *
     * @param event the event being logged
     * @param key the key, as the user wrote it
     * @return the value or null
     */
    @Nullable
    Object field(E event, String key);
}
