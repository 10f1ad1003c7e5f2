package io.github.logtally.rules.report;

import java.util.Arrays;

/**
 * Makes holes of what most likely varies in a message: words with digits in them (numbers, durations, addresses, ids, dates)
 * and quoted text. Looks at the first line only. Reused; confined to one thread.
 */
final class Masker {
    /** What stands for a hole in a masked message. */
    static final byte HOLE = 0;

    /** What stands at the end of one that is not all there is of the message. */
    static final byte MORE = 1;

    private static final int MAX_LENGTH = 512;
    private static final boolean[] IN_WORD = new boolean[256];

    static {
        Arrays.fill(IN_WORD, true);
        for (char c : " \t/=,;()[]{}<>\"'|&?#!*`".toCharArray()) {
            IN_WORD[c] = false;
        }
        for (int control = 0; control < ' '; control++) {
            IN_WORD[control] = false;
        }
    }

    // Mutable state

    private final byte[] masked = new byte[MAX_LENGTH + 2];
    private int length;
    private int hash;

    /** Masks a message. */
    void mask(byte[] bytes, int from, int to) {
        length = 0;
        int end = Math.min(to, from + MAX_LENGTH);
        int at = from;
        while (at < end && bytes[at] != '\n' && bytes[at] != '\r') {
            byte b = bytes[at];
            if (IN_WORD[b & 0xFF]) {
                at = word(bytes, at, end);
            } else if (b == '"' || b == '\'') {
                at = quoted(bytes, at, end);
            } else {
                masked[length++] = b <= MORE ? (byte) ' ' : b;
                at++;
            }
        }
        if (at < to) {
            if (length == 0 || masked[length - 1] != HOLE) {
                masked[length++] = MORE;
            } else {
                masked[length - 1] = MORE;
            }
        }
        hash = 1;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + masked[i];
        }
        hash ^= hash >>> 16;
    }

    private int word(byte[] bytes, int from, int to) {
        int at = from;
        int afterColon = from;
        boolean digits = false;
        while (at < to && IN_WORD[bytes[at] & 0xFF]) {
            byte b = bytes[at];
            if (b == ':' && !digits) {
                afterColon = at + 1;
            }
            digits |= b >= '0' && b <= '9';
            at++;
        }
        if (!digits) {
            copy(bytes, from, at);
            return at;
        }
        int end = at;
        while (end > afterColon && (bytes[end - 1] == '.' || bytes[end - 1] == ':')) {
            end--;
        }
        copy(bytes, from, afterColon);
        hole();
        copy(bytes, end, at);
        return at;
    }

    private int quoted(byte[] bytes, int from, int to) {
        byte quote = bytes[from];
        int end = from + 1;
        while (end < to && bytes[end] != quote && bytes[end] != '\n') {
            end++;
        }
        boolean apostrophe =
                quote == '\'' && from > 0 && length > 0 && masked[length - 1] > ' ' && masked[length - 1] != '=';
        if (end == to || bytes[end] != quote || end == from + 1 || apostrophe) {
            masked[length++] = quote;
            return from + 1;
        }
        masked[length++] = quote;
        hole();
        masked[length++] = quote;
        return end + 1;
    }

    private void hole() {
        if (length == 0 || masked[length - 1] != HOLE) {
            masked[length++] = HOLE;
        }
    }

    private void copy(byte[] bytes, int from, int to) {
        System.arraycopy(bytes, from, masked, length, to - from);
        length += to - from;
    }

    int hash() {
        return hash;
    }

    boolean is(byte[] other) {
        return Arrays.equals(masked, 0, length, other, 0, other.length);
    }

    byte[] copy() {
        return Arrays.copyOf(masked, length);
    }
}
