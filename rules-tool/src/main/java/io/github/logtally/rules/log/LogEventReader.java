package io.github.logtally.rules.log;

import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@link LogEvent}s for the rules. A log has no templates and no arguments: all is text. Confined to one thread, other
 * than the readers of frameworks.
 */
public final class LogEventReader implements EventReader<LogEvent> {
    private final LogFormat format;
    private final LogLevels levels = new LogLevels();
    private final LoggerNames loggers;

    /** A reader of events that were written in this format. */
    public LogEventReader(LogFormat format, LoggerNames loggers) {
        this.format = format;
        this.loggers = loggers;
    }

    @Override
    public int severityOf(String levelName) {
        return levels.severityOf(levelName);
    }

    @Override
    public Collection<String> levelNames() {
        return levels.levelNames();
    }

    @Override
    public String levelName(LogEvent event) {
        return event.level();
    }

    @Override
    public int severity(LogEvent event) {
        return levels.severityOf(event.level());
    }

    @Override
    public String loggerName(LogEvent event) {
        return event.has(LogEvent.LOGGER)
                ? loggers.name(event.bytes(), event.partStart(LogEvent.LOGGER), event.partEnd(LogEvent.LOGGER))
                : "";
    }

    @Override
    public @Nullable String template(LogEvent event) {
        return null;
    }

    @Override
    public void arguments(LogEvent event, ArgumentConsumer consumer) {}

    @Override
    public int argumentCount(LogEvent event) {
        return 0;
    }

    @Override
    public String argumentText(Object argument) {
        return argument.toString();
    }

    @Override
    public @Nullable String message(LogEvent event, StringBuilder into) {
        format.message(event, into);
        return null;
    }

    @Override
    public boolean hasMarker(LogEvent event, String markerName) {
        for (String marker : format.markers(event)) {
            if (marker.equals(markerName)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String markerName(LogEvent event) {
        for (String marker : format.markers(event)) {
            return marker;
        }
        return null;
    }

    @Override
    public @Nullable Throwable throwable(LogEvent event) {
        return format.thrown(event);
    }

    @Override
    public String threadName(LogEvent event) {
        String name = event.text(LogEvent.THREAD);
        return name == null ? "" : name;
    }

    @Override
    public @Nullable Object mdc(LogEvent event, String key) {
        return format.mdc(event, key);
    }

    @Override
    public @Nullable Object field(LogEvent event, String key) {
        return format.field(event, key);
    }
}
