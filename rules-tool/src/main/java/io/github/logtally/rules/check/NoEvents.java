package io.github.logtally.rules.check;

import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The levels of a framework where no event ever comes. */
final class NoEvents implements EventReader<Void> {
    /** Levels from the least severe on: those of Log4j, as far as Logback has them the same order and {@code FATAL} more. */
    static final NoEvents ANY_FRAMEWORK = new NoEvents(List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"));

    private final List<String> levels;

    /** Levels by their names, from the least severe on. */
    NoEvents(List<String> levels) {
        this.levels = levels;
    }

    @Override
    public int severityOf(String levelName) {
        int severity = levels.indexOf(levelName.toUpperCase(Locale.ROOT));
        return severity < 0 ? UNKNOWN : severity;
    }

    @Override
    public Collection<String> levelNames() {
        return levels;
    }

    private static IllegalStateException none() {
        return new IllegalStateException("there are no events");
    }

    @Override
    public String levelName(Void event) {
        throw none();
    }

    @Override
    public int severity(Void event) {
        throw none();
    }

    @Override
    public String loggerName(Void event) {
        throw none();
    }

    @Override
    public @Nullable String template(Void event) {
        throw none();
    }

    @Override
    public void arguments(Void event, ArgumentConsumer consumer) {
        throw none();
    }

    @Override
    public int argumentCount(Void event) {
        throw none();
    }

    @Override
    public @Nullable String argumentText(Object argument) {
        throw none();
    }

    @Override
    public @Nullable String message(Void event, StringBuilder into) {
        throw none();
    }

    @Override
    public boolean hasMarker(Void event, String markerName) {
        throw none();
    }

    @Override
    public @Nullable String markerName(Void event) {
        throw none();
    }

    @Override
    public @Nullable Throwable throwable(Void event) {
        throw none();
    }

    @Override
    public String threadName(Void event) {
        throw none();
    }

    @Override
    public @Nullable Object mdc(Void event, String key) {
        throw none();
    }

    @Override
    public @Nullable Object field(Void event, String key) {
        throw none();
    }
}
