package io.github.logtally.rule;

/**
 * Characters for a regular expression to read, up to a number of reads. Backtracking can take time exponential in the
 * text; counting reads bounds it, whatever the pattern.
 */
final class BudgetedText implements CharSequence {
    /** Thrown by {@link #charAt} past the budget; without a stack trace. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded() {
            super("regex budget exceeded", null, false, false);
        }
    }

    private char[] chars = {};
    private int length;
    private int left;

    /** Reads {@code length} characters from the start of {@code chars}, at most {@code budget} times in all. */
    void reset(char[] chars, int length, int budget) {
        this.chars = chars;
        this.length = length;
        this.left = budget;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new Exceeded();
        }
        return chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(chars, start, end - start);
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
