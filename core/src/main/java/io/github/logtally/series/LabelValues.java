package io.github.logtally.series;

import java.util.Arrays;

/**
 * The label values of one event, filled by a rule label after label and handed to {@link Family#record}. Reused for
 * every event: nothing is allocated once its buffers have grown. Confined to one thread at a time.
 *
 * <p>Half a surrogate pair becomes U+FFFD when its label ends, since no exposition format can carry it.
 *
 * <p>The values stand one after the other in one array, each followed by its length in two characters. Read from the end,
 * that can be taken apart in one way only: equal arrays mean equal values, whatever characters occur in them.
 */
public final class LabelValues {
    private static final int INITIAL_TEXT = 128;
    private static final int INITIAL_LABELS = 8;
    private static final int LENGTH_CHARS = 2;
    private static final int MAX_INT_DIGITS = 10;
    private static final char REPLACEMENT = '\uFFFD';

    private final CharSequence current = new Current();

    // Mutable state: written by the rule that fills this, read by the family it is handed to

    private char[] text = new char[INITIAL_TEXT];
    private int length;
    private int start;
    private int[] ends = new int[INITIAL_LABELS];
    private int[] hashes = new int[INITIAL_LABELS];
    private int hash;
    private int count;

    /** No labels, and an empty current label. */
    public void reset() {
        length = 0;
        start = 0;
        hash = 0;
        count = 0;
    }

    /** Appends to the current label. */
    public void append(char c) {
        reserve(1);
        text[length++] = c;
    }

    /** Appends to the current label. */
    public void append(CharSequence characters) {
        append(characters, 0, characters.length());
    }

    /** Appends {@code characters} from {@code from} to before {@code to} to the current label. */
    public void append(CharSequence characters, int from, int to) {
        reserve(to - from);
        if (characters instanceof String string) {
            string.getChars(from, to, text, length);
        } else if (characters instanceof StringBuilder builder) {
            builder.getChars(from, to, text, length);
        } else {
            for (int i = from, at = length; i < to; i++, at++) {
                text[at] = characters.charAt(i);
            }
        }
        length += to - from;
    }

    /** Appends the decimal digits of a number to the current label. */
    public void append(long number) {
        if (number < 0 || number > Integer.MAX_VALUE) {
            append(Long.toString(number));
            return;
        }
        reserve(MAX_INT_DIGITS);
        int left = (int) number;
        int at = length + digits(left);
        length = at;
        do {
            text[--at] = (char) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
    }

    private static int digits(int number) {
        int digits = 1;
        for (int bound = 10; digits < MAX_INT_DIGITS && number >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    /** Appends {@code characters} from {@code from} to before {@code to} to the current label. */
    public void append(char[] characters, int from, int to) {
        reserve(to - from);
        System.arraycopy(characters, from, text, length, to - from);
        length += to - from;
    }

    /**
     * The text of the current label: a view that changes with it. Its {@code subSequence} and {@code toString} are
     * copies.
     */
    public CharSequence current() {
        return current;
    }

    /** Makes {@code replacement}, which must not be {@link #current}, the whole text of the current label. */
    public void setCurrent(CharSequence replacement) {
        length = start;
        append(replacement);
    }

    /** Cuts the current label to at most this many characters, never between the halves of a surrogate pair. */
    public void truncate(int characters) {
        if (length - start <= characters) {
            return;
        }
        length = start + characters;
        if (characters > 0 && Character.isHighSurrogate(text[length - 1]) && Character.isLowSurrogate(text[length])) {
            length--;
        }
    }

    /** Ends the current label; the next one begins empty. */
    public void endLabel() {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        long scan = CharHash.scan(text, start, length);
        if (CharHash.hasHighCharacters(scan)) {
            repairSurrogates();
            scan = CharHash.scan(text, start, length);
        }
        int labelHash = CharHash.hashOf(scan);
        ends[count] = length;
        hashes[count] = labelHash;
        hash = CharHash.combine(hash, labelHash);
        count++;
        reserve(LENGTH_CHARS);
        int size = length - start;
        text[length++] = (char) (size >>> Character.SIZE);
        text[length++] = (char) size;
        start = length;
    }

    /** How many labels have ended. */
    public int count() {
        return count;
    }

    private void repairSurrogates() {
        for (int i = start; i < length; i++) {
            if (Character.isHighSurrogate(text[i]) && i + 1 < length && Character.isLowSurrogate(text[i + 1])) {
                i++;
            } else if (Character.isSurrogate(text[i])) {
                text[i] = REPLACEMENT;
            }
        }
    }

    /** The text of a label that has ended, as a copy. */
    public String value(int label) {
        return new String(text, start(label), end(label) - start(label));
    }

    /** The hash of a label that has ended: the same for the same text. */
    public int hash(int label) {
        return hashes[label];
    }

    /** The characters; the key of the labels that have ended is those before {@link #keyEnd}. */
    char[] text() {
        return text;
    }

    int keyEnd() {
        return start;
    }

    /** The hash of the key. */
    int hash() {
        return hash;
    }

    int start(int label) {
        return label == 0 ? 0 : ends[label - 1] + LENGTH_CHARS;
    }

    int end(int label) {
        return ends[label];
    }

    boolean is(int label, String value) {
        int from = start(label);
        if (ends[label] - from != value.length()) {
            return false;
        }
        for (int i = 0; i < value.length(); i++) {
            if (text[from + i] != value.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private void reserve(int more) {
        if (text.length - length < more) {
            text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
        }
    }

    private final class Current implements CharSequence {
        @Override
        public int length() {
            return length - start;
        }

        @Override
        public char charAt(int index) {
            return text[start + index];
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new String(text, start + from, to - from);
        }

        @Override
        public String toString() {
            return new String(text, start, length - start);
        }
    }
}
