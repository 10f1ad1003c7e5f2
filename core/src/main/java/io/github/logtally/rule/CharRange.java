package io.github.logtally.rule;

/** A range of an array of characters, set anew for each use. */
final class CharRange implements CharSequence {
    private char[] chars = {};
    private int start;
    private int length;

    @SuppressWarnings("ReferenceEquality") // spares the collector's barrier at the store
    void set(char[] chars, int start, int length) {
        if (this.chars != chars) {
            this.chars = chars;
        }
        this.start = start;
        this.length = length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[start + index];
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new String(chars, start + from, to - from);
    }

    @Override
    public String toString() {
        return new String(chars, start, length);
    }
}
