package io.github.logtally.log4j;

import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.EventReader;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.MementoMessage;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterConsumer;
import org.apache.logging.log4j.message.ParameterVisitable;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessage;
import org.apache.logging.log4j.message.ReusableObjectMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.ReadOnlyStringMap;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.jspecify.annotations.Nullable;

/**
 * Reads Log4j's events.
 *
 * <p>What the message is depends on how the application logs. With Log4j's garbage-free logging, which is the default
 * outside of web applications, and with async loggers, the event is its own {@link ReusableMessage}, already rendered.
 * Behind an AsyncAppender it is a {@link MementoMessage}; otherwise it is what the application's message factory made, or
 * the application itself.
 */
final class Log4jEventReader implements EventReader<LogEvent> {
    private static final String NULL = "null";

    private static final ParameterConsumer<@Nullable Object[]> COPY = (parameter, index, into) -> {
        if (index < into.length) {
            into[index] = parameter;
        }
    };

    private static final ParameterConsumer<ArgumentConsumer> HAND_OVER =
            (parameter, index, consumer) -> consumer.argument(index, parameter);

    @Override
    public int severityOf(String levelName) {
        Level level = levelName.isBlank() ? null : Level.getLevel(levelName);
        return level == null ? UNKNOWN : severity(level);
    }

    @Override
    public Collection<String> levelNames() {
        return Arrays.stream(Level.values()).sorted().map(Level::name).toList();
    }

    @Override
    public String levelName(LogEvent event) {
        return event.getLevel().name();
    }

    @Override
    public int severity(LogEvent event) {
        return severity(event.getLevel());
    }

    private static int severity(Level level) {
        return -level.intLevel();
    }

    @Override
    public String loggerName(LogEvent event) {
        String name = event.getLoggerName();
        return name == null ? "" : name;
    }

    @Override
    public @Nullable String template(LogEvent event) {
        Message message = event.getMessage();
        if (message == null) {
            return null;
        }
        return isItsOwnMessage(event, message) || isFilledTemplate(message) ? format(message) : null;
    }

    @SuppressWarnings("deprecation") // there is no other way to the template
    private static @Nullable String format(Message message) {
        return message.getFormat();
    }

    /** Spares the usual event the look-ups of interfaces. */
    private static boolean isItsOwnMessage(LogEvent event, Message message) {
        return event instanceof MutableLogEvent && message == event;
    }

    private static boolean isFilledTemplate(Message message) {
        return message instanceof ParameterizedMessage
                || message instanceof SimpleMessage
                || message instanceof MementoMessage
                || (message instanceof ReusableMessage && !(message instanceof ReusableObjectMessage));
    }

    /**
     * {@inheritDoc}
     *
     * <p>A {@code printf} style message has arguments, too, although no template. An object or a map that was logged in
     * place of a message is no argument.
     */
    @Override
    public void arguments(LogEvent event, ArgumentConsumer consumer) {
        Message message = event.getMessage();
        int count = message == null ? 0 : argumentCount(event, message);
        if (message == null || count == 0) {
            return;
        }
        if (count == 1) {
            onlyArgument(event, message, consumer);
        } else if (message instanceof MutableLogEvent reusable) {
            reusable.forEachParameter(HAND_OVER, consumer);
        } else if (message instanceof ParameterVisitable visitable) {
            visitable.forEachParameter(HAND_OVER, consumer);
        } else {
            @Nullable Object[] parameters = message.getParameters();
            for (int i = 0; i < count; i++) {
                consumer.argument(i, parameters[i]);
            }
        }
    }

    /**
     * A String logged as an object is given by Log4j as template and as argument, and fills nothing: a hole in it reads as
     * it stands there, and an argument of the event it is not.
     */
    private void onlyArgument(LogEvent event, Message message, ArgumentConsumer consumer) {
        @Nullable Object[] only = consumer.scratch();
        if (message instanceof MutableLogEvent reusable) {
            reusable.forEachParameter(COPY, only);
        } else if (message instanceof ParameterVisitable visitable) {
            visitable.forEachParameter(COPY, only);
        } else {
            only[0] = message.getParameters()[0];
        }
        if (isSame(only[0], template(event))) {
            consumer.unfilled(0);
        } else {
            consumer.argument(0, only[0]);
        }
    }

    private static boolean isSame(@Nullable Object argument, @Nullable Object template) {
        return argument == template && template != null;
    }

    @Override
    public int argumentCount(LogEvent event) {
        Message message = event.getMessage();
        return message == null ? 0 : argumentCount(event, message);
    }

    private static int argumentCount(LogEvent event, Message message) {
        if (isItsOwnMessage(event, message)) {
            return format(message) == null ? 0 : ((MutableLogEvent) event).getParameterCount();
        }
        if (message instanceof ReusableMessage reusable) {
            boolean object = message instanceof ReusableObjectMessage || format(message) == null;
            return object ? 0 : reusable.getParameterCount();
        }
        if (message instanceof ObjectMessage
                || message instanceof MapMessage
                || (message instanceof MementoMessage && format(message) == null)) {
            return 0;
        }
        @Nullable Object[] parameters = message.getParameters();
        return parameters == null ? 0 : parameters.length;
    }

    /** {@inheritDoc} What throws inside an array, a collection or a map is text, as Log4j writes it. */
    @Override
    public @Nullable String argumentText(Object argument) {
        if (argument instanceof StringBuilderFormattable formattable) {
            StringBuilder text = new StringBuilder();
            formattable.formatTo(text);
            return text.toString();
        }
        boolean contains = argument.getClass().isArray() || argument instanceof Collection || argument instanceof Map;
        return contains || argument instanceof Date ? ParameterizedMessage.deepToString(argument) : argument.toString();
    }

    @Override
    public @Nullable String message(LogEvent event, StringBuilder into) {
        Message message = event.getMessage();
        if (message instanceof MutableLogEvent rendered) {
            rendered.formatTo(into);
            return null;
        }
        if (message == null) {
            return NULL;
        }
        boolean hasText = message instanceof SimpleMessage || message instanceof MementoMessage;
        if (!hasText && message instanceof StringBuilderFormattable formattable) {
            formattable.formatTo(into);
            return null;
        }
        return message.getFormattedMessage();
    }

    @Override
    public boolean hasMarker(LogEvent event, String markerName) {
        Marker marker = event.getMarker();
        return marker != null && marker.isInstanceOf(markerName);
    }

    @Override
    public @Nullable String markerName(LogEvent event) {
        Marker marker = event.getMarker();
        return marker == null ? null : marker.getName();
    }

    @Override
    public @Nullable Throwable throwable(LogEvent event) {
        return event.getThrown();
    }

    @Override
    public String threadName(LogEvent event) {
        return event.getThreadName();
    }

    @Override
    public @Nullable Object mdc(LogEvent event, String key) {
        return event.getContextData().getValue(key);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Fields that are not in the message are looked up in the context data, where Log4j's SLF4J binding puts key-value
     * pairs.
     */
    @Override
    public @Nullable Object field(LogEvent event, String key) {
        if (event.getMessage() instanceof MapMessage<?, ?> map && map.containsKey(key)) {
            return valueOf(map.getIndexedReadOnlyStringMap(), key);
        }
        ReadOnlyStringMap context = event.getContextData();
        Object value = context.getValue(key);
        return value == null && context.containsKey(key) ? NULL : value;
    }

    private static Object valueOf(ReadOnlyStringMap map, String key) {
        Object value = map.getValue(key);
        return value == null ? NULL : value;
    }
}
