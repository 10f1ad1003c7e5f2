package io.github.logtally.capture;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The values captured from one event, as the logging thread writes them: copies, in a piece of an array of characters that
 * all slots share; what does not fit goes into an array of the slot's own, which then stays.
 *
 * <p>Copies and not references, because each reference stored into something old costs the collector's barrier and keeps
 * an object of the application alive. One array, because what matters most is how many cache lines go from the thread
 * that logs to the worker and back: the pieces lie side by side, and nothing else of a slot is written for a usual event.
 *
 * <p>The first character of the piece has the flags; the values, or nothing if there is an array of their own, follow as
 * {@link ValueFormat} says.
 */
abstract class CapturedValues {
    private static final int OWN = 1;
    private static final int FAILED = 2;
    private static final int FOREIGN = 4;
    private static final int CUT = 8;
    private static final int LOOKING = 16;
    private static final int MAX_EXTRA = 1024;

    private final char[] shared;
    private final int base;
    private final int room;

    // Mutable state: the logging thread writes between acquire and publish, the worker reads between drain and release

    private char @Nullable [] own;

    /** Values in {@code shared[base..base+length)}. */
    CapturedValues(char[] shared, int base, int length) {
        this.shared = shared;
        this.base = base;
        this.room = length - 1;
    }

    /** Makes this {@code count} absent values. */
    final void clearValues(int count) {
        int size = ValueFormat.size(count, 0);
        shared[base] = 0;
        if (size > room) {
            useOwn(size, 0);
        }
        char[] chars = chars();
        int offset = offset();
        ValueFormat.setEnd(chars, offset, size);
        for (int i = 0; i < count; i++) {
            ValueFormat.setType(chars, offset, i, ValueType.ABSENT);
        }
    }

    /** Makes all values {@link ValueType#CAPTURE_FAILED}, whatever they were. Cannot fail itself. */
    final void failValues() {
        shared[base] = FAILED;
    }

    /** Whether arguments are only looked at for now. */
    final void setLooking(boolean looking) {
        if (looking) {
            setFlag(LOOKING);
        } else {
            shared[base] = (char) (shared[base] & ~LOOKING);
        }
    }

    final boolean isLooking() {
        return (shared[base] & LOOKING) != 0;
    }

    /** Remembers that there is an argument whose text code makes that is not the JDK's. */
    final void markForeign() {
        setFlag(FOREIGN);
    }

    final boolean sawForeign() {
        return (shared[base] & FOREIGN) != 0;
    }

    /** Remembers that a text was longer than what is kept. */
    final void markCut() {
        setFlag(CUT);
    }

    final boolean sawCut() {
        return (shared[base] & CUT) != 0;
    }

    final void putText(int index, String text, int length) {
        int end = reserve(length);
        text.getChars(0, length, chars(), offset() + end);
        finish(index, ValueType.TEXT, end, length, length);
    }

    final void putChar(int index, char text) {
        int end = reserve(1);
        chars()[offset() + end] = text;
        finish(index, ValueType.TEXT, end, 1, 1);
    }

    final void putDuration(int index, Duration duration) {
        int end = reserve(ValueFormat.bitsSize());
        ValueFormat.setBitsAt(chars(), offset() + end, duration.getSeconds());
        finish(index, ValueType.DURATION, end, duration.getNano(), ValueFormat.bitsSize());
    }

    private void finish(int index, ValueType type, int start, int length, int size) {
        ValueFormat.set(chars(), offset(), index, type, ValueFormat.range(start, length));
        ValueFormat.setEnd(chars(), offset(), start + size);
    }

    final void putWhole(int index, long number) {
        put(index, ValueType.WHOLE, number);
    }

    final void putDouble(int index, double number) {
        put(index, ValueType.DOUBLE, Double.doubleToRawLongBits(number));
    }

    final void putFloat(int index, float number) {
        put(index, ValueType.FLOAT, Float.floatToRawIntBits(number));
    }

    final void putBoolean(int index, boolean value) {
        put(index, ValueType.BOOLEAN, value ? 1 : 0);
    }

    final void putFault(int index, ValueType fault) {
        put(index, fault, 0);
    }

    private void put(int index, ValueType type, long bits) {
        ValueFormat.set(chars(), offset(), index, type, bits);
    }

    /** Makes a value the same as another one. */
    final void putSame(int index, int other) {
        ValueFormat.copy(chars(), offset(), other, index);
    }

    /** Whether the capture failed as a whole. */
    final boolean hasFailed() {
        return (shared[base] & FAILED) != 0;
    }

    /** The array that has the values. */
    final char[] chars() {
        char[] mine = own;
        return mine != null && (shared[base] & OWN) != 0 ? mine : shared;
    }

    /** Where in {@link #chars} they begin. */
    final int offset() {
        return (shared[base] & OWN) != 0 ? 0 : base + 1;
    }

    /** Makes room for so many characters more, and gives where they begin, counted from the offset. */
    private int reserve(int more) {
        int end = ValueFormat.end(chars(), offset());
        boolean isOwn = (shared[base] & OWN) != 0;
        if (end + more > (isOwn ? chars().length : room)) {
            useOwn(end + more, end);
        }
        return end;
    }

    /** Moves what there is to an array that is long enough; doubles it, but for large texts: a slot keeps it for ever. */
    private void useOwn(int needed, int used) {
        char[] from = chars();
        char[] mine = own;
        if (mine == null || mine.length < needed) {
            int extra = mine == null ? room : Math.min(mine.length, MAX_EXTRA);
            mine = new char[needed + extra];
        }
        System.arraycopy(from, offset(), mine, 0, used);
        own = mine;
        setFlag(OWN);
    }

    private void setFlag(int flag) {
        shared[base] = (char) (shared[base] | flag);
    }
}
