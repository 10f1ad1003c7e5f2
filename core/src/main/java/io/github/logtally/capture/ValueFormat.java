package io.github.logtally.capture;

/**
 * How typed values and texts lie in an array of characters, from an offset on: where the texts end, in two characters;
 * then for each value its type and 64 bits, in five; then the texts. The bits are the number itself, or where a text
 * begins, counted from the offset, and how long it is.
 */
@SuppressWarnings("EnumOrdinal") // the numbers never leave the process
final class ValueFormat {
    private static final int VALUES = 2;
    private static final int VALUE = 5;
    private static final int BITS = 4;
    private static final ValueType[] TYPES = ValueType.values();

    private ValueFormat() {}

    /** Characters for so many values with so many characters of text. */
    static int size(int values, int text) {
        return VALUES + values * VALUE + text;
    }

    static int end(char[] chars, int offset) {
        return chars[offset] | chars[offset + 1] << Character.SIZE;
    }

    static void setEnd(char[] chars, int offset, int end) {
        chars[offset] = (char) end;
        chars[offset + 1] = (char) (end >>> Character.SIZE);
    }

    static ValueType type(char[] chars, int offset, int index) {
        return TYPES[chars[offset + VALUES + index * VALUE]];
    }

    static void setType(char[] chars, int offset, int index, ValueType type) {
        chars[offset + VALUES + index * VALUE] = (char) type.ordinal();
    }

    static long bits(char[] chars, int offset, int index) {
        return bitsAt(chars, offset + VALUES + index * VALUE + 1);
    }

    static void set(char[] chars, int offset, int index, ValueType type, long bits) {
        setType(chars, offset, index, type);
        setBitsAt(chars, offset + VALUES + index * VALUE + 1, bits);
    }

    /** Makes a value the same as another one. */
    static void copy(char[] chars, int offset, int from, int to) {
        System.arraycopy(chars, offset + VALUES + from * VALUE, chars, offset + VALUES + to * VALUE, VALUE);
    }

    /** Characters that 64 bits take among the texts. */
    static int bitsSize() {
        return BITS;
    }

    static long bitsAt(char[] chars, int at) {
        return chars[at] | (long) chars[at + 1] << 16 | (long) chars[at + 2] << 32 | (long) chars[at + 3] << 48;
    }

    static void setBitsAt(char[] chars, int at, long bits) {
        chars[at] = (char) bits;
        chars[at + 1] = (char) (bits >>> 16);
        chars[at + 2] = (char) (bits >>> 32);
        chars[at + 3] = (char) (bits >>> 48);
    }

    /** The bits of a text. */
    static long range(int start, int length) {
        return (long) start << Integer.SIZE | length;
    }

    static int start(long range) {
        return (int) (range >>> Integer.SIZE);
    }

    static int length(long range) {
        return (int) range;
    }
}
