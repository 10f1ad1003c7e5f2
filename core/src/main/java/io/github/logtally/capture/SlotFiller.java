package io.github.logtally.capture;

import io.github.logtally.spi.EventReader;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a plan reads from an event into a slot, on the logging thread.
 *
 * <p>Immutable values of the JDK go over as references. Everything else becomes text here and now, at most once an event:
 * where both an argument and the whole message are wanted and making the argument's text runs code of the application,
 * the message is put together from the template and these texts. What throws becomes a {@link Fault}.
 */
final class SlotFiller<E> {
    private static final int MAX_CAUSES = 64;
    private static final String NULL = "null";

    /** What SLF4J writes for an argument whose text cannot be made. */
    private static final String FAILED = "[FAILED toString()]";

    private final EventReader<E> reader;
    private final int maxLength;
    private final LongAdder truncated;

    SlotFiller(EventReader<E> reader, int maxLength, LongAdder truncated) {
        this.reader = reader;
        this.maxLength = maxLength;
        this.truncated = truncated;
    }

    /** Fills the slot, whatever is thrown meanwhile. */
    void fill(Slot slot, Plan plan, E event) {
        try {
            slot.begin(plan);
            if (plan.readsArgumentsOnce) {
                @Nullable Object[] arguments = reader.argumentArray(event);
                if (arguments != null) {
                    fillFrom(arguments, slot, plan, event);
                    return;
                }
            }
            int count = plan.readsArguments ? readArguments(slot, event) : 0;
            int usable = withoutThrowable(slot.arguments, count, event);
            if (plan.text) {
                readText(slot, plan, event, count);
            }
            Source[] sources = plan.sources;
            for (int i = 0; i < sources.length; i++) {
                slot.values[i] = read(sources[i], event, slot, usable);
            }
            if (count > 0) {
                Arrays.fill(slot.arguments, 0, Math.min(count, slot.arguments.length), null);
            }
        } catch (Throwable e) {
            slot.fail();
        }
    }

    /** The usual event of a rule that knows the template: nothing is copied but what the rule reads. */
    private void fillFrom(@Nullable Object[] arguments, Slot slot, Plan plan, E event) {
        Source[] sources = plan.sources;
        for (int i = 0; i < sources.length; i++) {
            slot.values[i] = sources[i] instanceof Source.HoleArgument hole
                    ? valueOf(arguments[hole.index()])
                    : read(sources[i], event, slot, 0);
        }
    }

    private int readArguments(Slot slot, E event) {
        int count = reader.arguments(event, slot.arguments);
        if (count > slot.arguments.length && slot.growArguments(count)) {
            count = reader.arguments(event, slot.arguments);
        }
        return count;
    }

    private void readText(Slot slot, Plan plan, E event, int count) {
        StringBuilder text = slot.emptyText();
        if (plan.shape != null && anyForeign(slot.arguments, Math.min(count, plan.shape.holes()))) {
            compose(text, slot, plan.shape);
            cut(text, slot);
            return;
        }
        try {
            String message = reader.message(event, text);
            if (message != null && message.length() <= maxLength) {
                slot.whole = message;
                slot.textLength = message.length();
                return;
            }
            if (message != null) {
                text.append(message, 0, maxLength + 1);
            }
        } catch (Throwable e) {
            text.setLength(0);
            slot.textFault = Fault.TO_STRING;
        }
        cut(text, slot);
    }

    private void cut(StringBuilder text, Slot slot) {
        if (slot.cutText(text, maxLength)) {
            truncated.increment();
        }
    }

    /** Whether making the text of one of the arguments runs code that is not the JDK's. */
    private static boolean anyForeign(@Nullable Object[] arguments, int count) {
        if (count > arguments.length) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Object argument = arguments[i];
            if (argument != null && !isValue(argument)) {
                return true;
            }
        }
        return false;
    }

    /** Puts the message together, leaving texts in the place of the arguments. */
    private void compose(StringBuilder text, Slot slot, TemplateShape shape) {
        for (int i = 0; i < shape.holes(); i++) {
            text.append(shape.literals().get(i));
            Object value = argument(slot, i);
            if (value instanceof Fault) {
                text.append(FAILED);
            } else {
                text.append(value);
            }
        }
        text.append(shape.literals().get(shape.holes()));
    }

    private @Nullable Object read(Source source, E event, Slot slot, int usable) {
        try {
            if (source instanceof Source.HoleArgument hole) {
                return hole.index() < slot.arguments.length ? argument(slot, hole.index()) : null;
            } else if (source instanceof Source.Argument argument) {
                return argument.index() < usable ? argument(slot, argument.index()) : null;
            } else if (source instanceof Source.LoggerName) {
                return cut(reader.loggerName(event));
            } else if (source instanceof Source.Mdc mdc) {
                return valueOrAbsent(reader.mdc(event, mdc.key()));
            } else if (source instanceof Source.Field field) {
                return valueOrAbsent(reader.field(event, field.key()));
            } else if (source instanceof Source.Template) {
                return valueOrAbsent(reader.template(event));
            } else if (source instanceof Source.ThreadName) {
                return cut(reader.threadName(event));
            } else if (source instanceof Source.MarkerName) {
                return valueOrAbsent(reader.markerName(event));
            } else if (source instanceof Source.HasMarker marker) {
                return reader.hasMarker(event, marker.name());
            } else {
                return ofThrowable(source, reader.throwable(event));
            }
        } catch (Throwable e) {
            return Fault.TO_STRING;
        }
    }

    /** How many of the arguments can be referred to: a throwable behind them is none. */
    private int withoutThrowable(@Nullable Object[] arguments, int count, E event) {
        boolean trailing = count > 0
                && count <= arguments.length
                && arguments[count - 1] instanceof Throwable last
                && isOfEvent(last, event);
        return Math.min(trailing ? count - 1 : count, arguments.length);
    }

    /** An argument as it crosses to the worker; left in the place of the argument, so that its text is made once. */
    private Object argument(Slot slot, int index) {
        Object argument = slot.arguments[index];
        Object value = valueOf(argument);
        if (value != argument) {
            slot.arguments[index] = value;
        }
        return value;
    }

    /** Not so for a throwable that stood before the event's own, where the framework has cut that off. */
    private boolean isOfEvent(Throwable last, E event) {
        Throwable thrown = reader.throwable(event);
        return thrown == null || thrown == last;
    }

    private static @Nullable Object ofThrowable(Source source, @Nullable Throwable thrown) {
        if (source instanceof Source.ThrowableIs is) {
            return thrown != null && isOf(thrown, is.className());
        } else if (source instanceof Source.RootCauseIs is) {
            return thrown != null && isOf(rootCause(thrown), is.className());
        } else if (source instanceof Source.ThrowableName name) {
            return thrown == null ? null : nameOf(thrown, name.full());
        } else if (source instanceof Source.RootCauseName name) {
            return thrown == null ? null : nameOf(rootCause(thrown), name.full());
        }
        throw new IllegalArgumentException("unknown source " + source);
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable root = thrown;
        for (int depth = 0; depth < MAX_CAUSES; depth++) {
            Throwable cause = root.getCause();
            if (cause == null || cause == root) {
                break;
            }
            root = cause;
        }
        return root;
    }

    private static boolean isOf(Throwable thrown, String className) {
        if (className.equals("*")) {
            return true;
        }
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(className)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(Throwable thrown, boolean full) {
        String name = thrown.getClass().getName();
        if (full) {
            return name;
        }
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? name.substring(name.lastIndexOf('.') + 1) : simple;
    }

    private @Nullable Object valueOrAbsent(@Nullable Object value) {
        return value == null ? null : valueOf(value);
    }

    /** What crosses to the worker for a value of the application. */
    private Object valueOf(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof String text) {
            return cut(text);
        }
        if (isValue(value)) {
            return value;
        }
        try {
            String text = reader.argumentText(value);
            return text == null ? NULL : cut(text);
        } catch (Throwable e) {
            return Fault.TO_STRING;
        }
    }

    private String cut(String text) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength);
    }

    /** Types of the JDK that are immutable, small, and final: safe to read on another thread. */
    private static boolean isValue(Object value) {
        Class<?> type = value.getClass();
        return type == String.class
                || type == Integer.class
                || type == Long.class
                || type == Double.class
                || type == Duration.class
                || type == Boolean.class
                || type == Float.class
                || type == Short.class
                || type == Byte.class
                || type == Character.class
                || type == Fault.class;
    }
}
