package io.github.logtally.testing;

import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@link TestEvent}s, whose templates are filled one hole after the other. */
public final class TestEventReader implements EventReader<TestEvent> {
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    @Override
    public int severityOf(String levelName) {
        int index = LEVELS.indexOf(levelName.toUpperCase(Locale.ROOT));
        return index < 0 ? UNKNOWN : index;
    }

    @Override
    public Collection<String> levelNames() {
        return LEVELS;
    }

    @Override
    public String levelName(TestEvent event) {
        return event.level;
    }

    @Override
    public int severity(TestEvent event) {
        return severityOf(event.level);
    }

    @Override
    public String loggerName(TestEvent event) {
        return event.logger;
    }

    @Override
    public @Nullable String template(TestEvent event) {
        return event.template;
    }

    @Override
    public void arguments(TestEvent event, ArgumentConsumer consumer) {
        for (int i = 0; i < event.arguments.length; i++) {
            consumer.argument(i, event.arguments[i]);
        }
    }

    @Override
    public int argumentCount(TestEvent event) {
        return event.arguments.length;
    }

    @Override
    public @Nullable String argumentText(Object argument) {
        return argument instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(argument);
    }

    @Override
    public @Nullable String message(TestEvent event, StringBuilder into) {
        String template = String.valueOf(event.template);
        int from = 0;
        for (Object argument : event.arguments) {
            int hole = template.indexOf("{}", from);
            if (hole < 0) {
                break;
            }
            into.append(template, from, hole).append(argument == null ? "null" : argumentText(argument));
            from = hole + 2;
        }
        into.append(template, from, template.length());
        return null;
    }

    @Override
    public boolean hasMarker(TestEvent event, String markerName) {
        return markerName.equals(event.marker);
    }

    @Override
    public @Nullable String markerName(TestEvent event) {
        return event.marker;
    }

    @Override
    public @Nullable Throwable throwable(TestEvent event) {
        return event.throwable;
    }

    @Override
    public String threadName(TestEvent event) {
        return "main";
    }

    @Override
    public @Nullable Object mdc(TestEvent event, String key) {
        return event.mdc.get(key);
    }

    @Override
    public @Nullable Object field(TestEvent event, String key) {
        return event.fields.get(key);
    }
}
