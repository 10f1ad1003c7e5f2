package io.github.logtally.benchmarks;

import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads events in which there is nothing. */
final class NoEvents implements EventReader<Object> {
    @Override
    public int severityOf(String levelName) {
        return levelName.equals("INFO") ? 1 : UNKNOWN;
    }

    @Override
    public Collection<String> levelNames() {
        return List.of("INFO");
    }

    @Override
    public String levelName(Object event) {
        return "INFO";
    }

    @Override
    public int severity(Object event) {
        return 1;
    }

    @Override
    public String loggerName(Object event) {
        return "";
    }

    @Override
    public @Nullable String template(Object event) {
        return null;
    }

    @Override
    public void arguments(Object event, ArgumentConsumer consumer) {}

    @Override
    public int argumentCount(Object event) {
        return 0;
    }

    @Override
    public String argumentText(Object argument) {
        return "";
    }

    @Override
    public String message(Object event, StringBuilder into) {
        return "";
    }

    @Override
    public boolean hasMarker(Object event, String markerName) {
        return false;
    }

    @Override
    public @Nullable String markerName(Object event) {
        return null;
    }

    @Override
    public @Nullable Throwable throwable(Object event) {
        return null;
    }

    @Override
    public String threadName(Object event) {
        return "";
    }

    @Override
    public @Nullable Object mdc(Object event, String key) {
        return null;
    }

    @Override
    public @Nullable Object field(Object event, String key) {
        return null;
    }
}
