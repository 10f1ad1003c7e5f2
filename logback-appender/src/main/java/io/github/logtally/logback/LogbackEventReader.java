package io.github.logtally.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.MessageFormatter;

/**
 * Reads Logback's events.
 *
 * <p>Logback has cut a trailing throwable off the arguments already and, unlike Log4j, renders the message only when it
 * is asked for.
 */
final class LogbackEventReader implements EventReader<ILoggingEvent> {
    /** The levels an event can have: {@code ALL} and {@code OFF} are thresholds only. */
    private static final List<Level> LEVELS = List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR);

    private static final List<String> LEVEL_NAMES =
            LEVELS.stream().map(level -> level.levelStr).toList();

    private static final String NULL = "null";

    @Override
    public int severityOf(String levelName) {
        for (Level level : LEVELS) {
            if (level.levelStr.equalsIgnoreCase(levelName)) {
                return level.levelInt;
            }
        }
        return UNKNOWN;
    }

    @Override
    public Collection<String> levelNames() {
        return LEVEL_NAMES;
    }

    @Override
    public String levelName(ILoggingEvent event) {
        return event.getLevel().levelStr;
    }

    @Override
    public int severity(ILoggingEvent event) {
        return event.getLevel().levelInt;
    }

    @Override
    public String loggerName(ILoggingEvent event) {
        String name = event.getLoggerName();
        return name == null ? "" : name;
    }

    @Override
    public @Nullable String template(ILoggingEvent event) {
        return event.getMessage();
    }

    @Override
    public void arguments(ILoggingEvent event, ArgumentConsumer consumer) {
        @Nullable Object[] arguments = event.getArgumentArray();
        if (arguments == null) {
            return;
        }
        for (int i = 0; i < arguments.length; i++) {
            consumer.argument(i, arguments[i]);
        }
    }

    @Override
    public int argumentCount(ILoggingEvent event) {
        @Nullable Object[] arguments = event.getArgumentArray();
        return arguments == null ? 0 : arguments.length;
    }

    /**
     * {@inheritDoc}
     *
     * <p>SLF4J writes {@code [FAILED toString()]} into the message where an argument throws; here it throws, so that
     * this text becomes no value.
     */
    @Override
    public @Nullable String argumentText(Object argument) {
        if (argument.getClass().isArray()) {
            return MessageFormatter.arrayFormat("{}", new Object[] {argument}).getMessage();
        }
        return argument.toString();
    }

    @Override
    public String message(ILoggingEvent event, StringBuilder into) {
        String message = event.getFormattedMessage();
        // What the layouts write for a null message
        return message == null ? NULL : message;
    }

    @Override
    @SuppressWarnings("deprecation") // The Marker that the other contains() wants would have to be made for each event
    public boolean hasMarker(ILoggingEvent event, String markerName) {
        List<Marker> markers = event.getMarkerList();
        if (markers == null) {
            return false;
        }
        for (int i = 0; i < markers.size(); i++) {
            if (markers.get(i).contains(markerName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String markerName(ILoggingEvent event) {
        List<Marker> markers = event.getMarkerList();
        return markers == null || markers.isEmpty() ? null : markers.get(0).getName();
    }

    @Override
    public @Nullable Throwable throwable(ILoggingEvent event) {
        return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
    }

    @Override
    public String threadName(ILoggingEvent event) {
        return event.getThreadName();
    }

    @Override
    public @Nullable Object mdc(ILoggingEvent event, String key) {
        Map<String, String> mdc = event.getMDCPropertyMap();
        return mdc == null ? null : mdc.get(key);
    }

    /** {@inheritDoc} Of two pairs with one key the first counts. */
    @Override
    public @Nullable Object field(ILoggingEvent event, String key) {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        if (pairs == null) {
            return null;
        }
        for (int i = 0; i < pairs.size(); i++) {
            KeyValuePair pair = pairs.get(i);
            if (key.equals(pair.key)) {
                return pair.value == null ? NULL : pair.value;
            }
        }
        return null;
    }
}
