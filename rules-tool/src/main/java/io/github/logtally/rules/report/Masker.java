package io.github.logtally.rules.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    /** What a byte is: of a word, and if so a digit. */
    private static final byte BETWEEN = 0;

    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte COLON = 3;
    private static final byte[] KINDS = new byte[256];

    static {
        Arrays.fill(KINDS, LETTER);
        for (char c : " \t/=,;()[]{}<>\"'|&?#!*`".toCharArray()) {
            KINDS[c] = BETWEEN;
        }
        Arrays.fill(KINDS, 0, ' ', BETWEEN);
        Arrays.fill(KINDS, '0', '9' + 1, DIGIT);
        KINDS[':'] = COLON;
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
        while (at < end) {
            byte b = bytes[at];
            if (KINDS[b & 0xFF] != BETWEEN) {
                at = word(bytes, at, end);
            } else if (b == '"' || b == '\'') {
                at = quoted(bytes, at, end);
            } else if (b == '\n' || b == '\r') {
                break;
            } else {
                masked[length++] = b <= MORE ? (byte) ' ' : b;
                at++;
            }
        }
        if (at < to) {
            if (length > 0 && masked[length - 1] == HOLE) {
                length--;
            }
            masked[length++] = MORE;
        }
        hash = hash(masked, length);
    }

    /** Copies a word, and takes it back for a hole if there was a digit in it. */
    private int word(byte[] bytes, int from, int to) {
        int at = from;
        int out = length;
        int hole = length;
        boolean digits = false;
        byte kind = KINDS[bytes[at] & 0xFF];
        while (kind != BETWEEN) {
            masked[out++] = bytes[at++];
            if (kind == DIGIT) {
                digits = true;
            } else if (kind == COLON && !digits) {
                hole = out;
            }
            kind = at < to ? KINDS[bytes[at] & 0xFF] : BETWEEN;
        }
        if (!digits) {
            length = out;
            return at;
        }
        int end = at;
        while (bytes[end - 1] == '.' || bytes[end - 1] == ':') {
            end--;
        }
        length = hole;
        hole();
        for (int i = end; i < at; i++) {
            masked[length++] = bytes[i];
        }
        return at;
    }

    private int quoted(byte[] bytes, int from, int to) {
        byte quote = bytes[from];
        int end = from + 1;
        while (end < to && bytes[end] != quote && bytes[end] != '\n') {
            end++;
        }
        boolean apostrophe = quote == '\'' && length > 0 && masked[length - 1] > ' ' && masked[length - 1] != '=';
        masked[length++] = quote;
        if (end == to || bytes[end] != quote || end == from + 1 || apostrophe) {
            return from + 1;
        }
        hole();
        masked[length++] = quote;
        return end + 1;
    }

    private void hole() {
        if (length == 0 || masked[length - 1] != HOLE) {
            masked[length++] = HOLE;
        }
    }

    private static int hash(byte[] bytes, int length) {
        long hash = length;
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * PRIME;
            hash ^= hash >>> 29;
        }
        for (; at < length; at++) {
            hash = (hash ^ bytes[at]) * PRIME;
        }
        return (int) (hash ^ (hash >>> 32));
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
