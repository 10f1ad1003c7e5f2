package io.github.logtally.capture;

import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.LoggedThrowable;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a plan reads from an event into a slot, on the logging thread.
 *
 * <p>Texts, numbers and durations of the JDK are copied as they are. Everything else becomes text here and now, at most once
 * an event: where both an argument and the whole message are wanted and making the argument's text runs code of the
 * application, the message is put together from the template and these texts. What throws becomes a {@link Fault}.
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
            slot.begin(plan, this);
            if (plan.readsArguments) {
                readArguments(slot, plan, event);
            }
            if (plan.text) {
                readText(slot, plan, event);
            }
            Source[] others = plan.others;
            for (int i = 0; i < others.length; i++) {
                read(others[i], plan.otherValues[i], event, slot);
            }
        } catch (Throwable e) {
            slot.fail();
        }
    }

    private void readArguments(Slot slot, Plan plan, E event) {
        if (plan.readsPositions) {
            slot.beginPositions(reader.argumentCount(event), reader.throwable(event));
        }
        if (plan.composed != null) {
            slot.setLooking(true);
            reader.arguments(event, slot);
            slot.setLooking(false);
        }
        reader.arguments(event, slot);
        slot.forgetArguments();
    }

    private void readText(Slot slot, Plan plan, E event) {
        StringBuilder text = slot.emptyText();
        boolean composed = plan.composed != null && slot.sawForeign();
        if (plan.composed != null && composed) {
            compose(text, slot, plan, plan.composed);
        } else {
            try {
                String message = reader.message(event, text);
                if (message != null) {
                    text.append(message, 0, Math.min(message.length(), maxLength + 1));
                }
            } catch (Throwable e) {
                text.setLength(0);
                slot.failText(Fault.TO_STRING);
            }
        }
        if (slot.cutText(text, maxLength) || (composed && slot.sawCut())) {
            truncated.increment();
        }
    }

    /** Puts the message together from the values of all holes. */
    private static void compose(StringBuilder text, Slot slot, Plan plan, TemplateShape shape) {
        SlotView values = slot.view();
        for (int i = 0; i < shape.holes(); i++) {
            text.append(shape.literals().get(i));
            int value = plan.hole(i);
            if (values.type(value) == ValueType.TO_STRING_FAILED) {
                text.append(FAILED);
            } else {
                values.appendTo(text, value);
            }
        }
        text.append(shape.literals().get(shape.holes()));
    }

    private void read(Source source, int index, E event, Slot slot) {
        try {
            if (source instanceof Source.LoggerName) {
                putText(slot, index, reader.loggerName(event));
            } else if (source instanceof Source.Mdc mdc) {
                writePresent(slot, index, reader.mdc(event, mdc.key()));
            } else if (source instanceof Source.Field field) {
                writePresent(slot, index, reader.field(event, field.key()));
            } else if (source instanceof Source.Template) {
                writePresent(slot, index, reader.template(event));
            } else if (source instanceof Source.ThreadName) {
                putText(slot, index, reader.threadName(event));
            } else if (source instanceof Source.MarkerName) {
                writePresent(slot, index, reader.markerName(event));
            } else if (source instanceof Source.HasMarker marker) {
                slot.putBoolean(index, reader.hasMarker(event, marker.name()));
            } else {
                readThrowable(source, index, reader.throwable(event), slot);
            }
        } catch (Throwable e) {
            slot.putFault(index, ValueType.TO_STRING_FAILED);
        }
    }

    private void readThrowable(Source source, int index, @Nullable Throwable thrown, Slot slot) {
        if (source instanceof Source.ThrowableIs is) {
            slot.putBoolean(index, thrown != null && isOf(thrown, is.className()));
        } else if (source instanceof Source.RootCauseIs is) {
            slot.putBoolean(index, thrown != null && isOf(rootCause(thrown), is.className()));
        } else if (source instanceof Source.ThrowableName name) {
            writePresent(slot, index, thrown == null ? null : nameOf(thrown, name.full()));
        } else if (source instanceof Source.RootCauseName name) {
            writePresent(slot, index, thrown == null ? null : nameOf(rootCause(thrown), name.full()));
        } else {
            throw new IllegalArgumentException("unknown source " + source);
        }
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
        if (thrown instanceof LoggedThrowable logged) {
            return logged.isOf(className);
        }
        for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(className)) {
                return true;
            }
        }
        return false;
    }

    private static String nameOf(Throwable thrown, boolean full) {
        if (thrown instanceof LoggedThrowable logged) {
            return full ? logged.className() : logged.simpleName();
        }
        String name = thrown.getClass().getName();
        if (full) {
            return name;
        }
        String simple = thrown.getClass().getSimpleName();
        return simple.isEmpty() ? name.substring(name.lastIndexOf('.') + 1) : simple;
    }

    private void writePresent(Slot slot, int index, @Nullable Object value) {
        if (value != null) {
            write(slot, index, value);
        }
    }

    /** Copies a value of the application into the slot; null is the text {@code null}. */
    void write(Slot slot, int index, @Nullable Object value) {
        if (value instanceof String text) {
            putText(slot, index, text);
        } else if (value instanceof Integer number) {
            slot.putWhole(index, number);
        } else if (value instanceof Long number) {
            slot.putWhole(index, number);
        } else if (value instanceof Double number) {
            slot.putDouble(index, number);
        } else if (value instanceof Duration duration) {
            slot.putDuration(index, duration);
        } else if (value == null) {
            putText(slot, index, NULL);
        } else {
            writeRare(slot, index, value);
        }
    }

    private void writeRare(Slot slot, int index, Object value) {
        if (value instanceof Boolean flag) {
            slot.putBoolean(index, flag);
        } else if (value instanceof Float number) {
            slot.putFloat(index, number);
        } else if (value instanceof Short || value instanceof Byte) {
            slot.putWhole(index, ((Number) value).longValue());
        } else if (value instanceof Character character) {
            slot.putChar(index, character);
        } else {
            writeForeign(slot, index, value);
        }
    }

    /** Whether the text of a value is made by code that is not the JDK's. */
    static boolean isForeign(@Nullable Object value) {
        return !(value == null
                || value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Duration
                || value instanceof Boolean
                || value instanceof Float
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Character);
    }

    private void writeForeign(Slot slot, int index, Object value) {
        String text;
        try {
            text = reader.argumentText(value);
        } catch (Throwable e) {
            slot.putFault(index, ValueType.TO_STRING_FAILED);
            return;
        }
        putText(slot, index, text == null ? NULL : text);
    }

    private void putText(Slot slot, int index, String text) {
        if (text.length() > maxLength) {
            slot.markCut();
        }
        slot.putText(index, text, Math.min(text.length(), maxLength));
    }
}
