package io.github.logtally.capture;

import java.time.Duration;

/** What was captured from one event after the other, as the worker reads it. Single-threaded; reused, keeps no slot. */
public final class SlotView {
    private static final char[] NONE = {};

    // Mutable state

    private char[] chars = NONE;
    private int offset;
    private boolean failed;

    /** Shows the values of this slot until the next call. */
    @SuppressWarnings("ReferenceEquality") // spares the collector's barrier at the store: most slots share an array
    public void show(Slot slot) {
        failed = slot.hasFailed();
        offset = slot.offset();
        char[] next = slot.chars();
        if (chars != next) {
            chars = next;
        }
    }

    /** What the value of this index is. */
    public ValueType type(int index) {
        return failed ? ValueType.CAPTURE_FAILED : ValueFormat.type(chars, offset, index);
    }

    /** The characters of which {@link #textStart} speaks; not to be changed. */
    public char[] chars() {
        return chars;
    }

    /** Where a {@link ValueType#TEXT} begins. */
    public int textStart(int index) {
        return offset + ValueFormat.start(bits(index));
    }

    /** How long a {@link ValueType#TEXT} is. */
    public int textLength(int index) {
        return ValueFormat.length(bits(index));
    }

    /** The number of a {@link ValueType#WHOLE}. */
    public long whole(int index) {
        return bits(index);
    }

    /** The number of a {@link ValueType#DOUBLE}. */
    public double doubleValue(int index) {
        return Double.longBitsToDouble(bits(index));
    }

    /** Whether a {@link ValueType#BOOLEAN} says yes. */
    public boolean isTrue(int index) {
        return bits(index) != 0;
    }

    /** A {@link ValueType#DURATION}. */
    public Duration duration(int index) {
        return Duration.ofSeconds(ValueFormat.bitsAt(chars, textStart(index)), textLength(index));
    }

    /** Appends a value as a message would have it; nothing for what is not there. */
    public void appendTo(StringBuilder into, int index) {
        switch (type(index)) {
            case TEXT -> into.append(chars, textStart(index), textLength(index));
            case WHOLE -> into.append(whole(index));
            case DOUBLE -> into.append(doubleValue(index));
            case FLOAT -> into.append(Float.intBitsToFloat((int) bits(index)));
            case BOOLEAN -> into.append(isTrue(index));
            case DURATION -> into.append(duration(index));
            case ABSENT, TO_STRING_FAILED, CAPTURE_FAILED -> {}
        }
    }

    private long bits(int index) {
        return ValueFormat.bits(chars, offset, index);
    }
}
