package io.github.logtally.rule;

import java.util.Arrays;

/**
 * Matches a message pattern against a whole text in time linear in it.
 *
 * <p>The first literal must begin the text and the last must end it; each in between is taken where it first occurs. So
 * every hole takes the shortest text with which the whole still matches, as a lazy group of an anchored regular expression
 * would, and no backtracking is needed: if a match exists, the one with the leftmost literals is one.
 *
 * <p>Single-threaded: keeps where the holes of the last match were.
 */
final class PatternMatcher {
    private final char[][] literals;
    private final int[] starts;
    private final int[] ends;

    PatternMatcher(Literals pattern) {
        this.literals = pattern.texts().stream().map(String::toCharArray).toArray(char[][]::new);
        this.starts = new int[pattern.holes()];
        this.ends = new int[pattern.holes()];
    }

    boolean matches(String text) {
        return matches(text.toCharArray(), text.length());
    }

    /** Matches the first {@code length} characters. */
    boolean matches(char[] text, int length) {
        char[] first = literals[0];
        if (length < first.length || !Arrays.equals(text, 0, first.length, first, 0, first.length)) {
            return false;
        }
        int holes = starts.length;
        if (holes == 0) {
            return length == first.length;
        }
        char[] last = literals[holes];
        int lastAt = length - last.length;
        if (lastAt < first.length || !Arrays.equals(text, lastAt, length, last, 0, last.length)) {
            return false;
        }
        int at = first.length;
        for (int hole = 0; hole < holes - 1; hole++) {
            char[] next = literals[hole + 1];
            int found = indexOf(text, at, lastAt, next);
            if (found < 0) {
                return false;
            }
            starts[hole] = at;
            ends[hole] = found;
            at = found + next.length;
        }
        starts[holes - 1] = at;
        ends[holes - 1] = lastAt;
        return true;
    }

    int start(int hole) {
        return starts[hole];
    }

    int end(int hole) {
        return ends[hole];
    }

    /** Where {@code literal} first stands wholly within {@code text[from, to)}, or -1. */
    static int indexOf(char[] text, int from, int to, char[] literal) {
        int lastStart = to - literal.length;
        char head = literal[0];
        for (int i = from; i <= lastStart; i++) {
            if (text[i] == head && Arrays.equals(text, i, i + literal.length, literal, 0, literal.length)) {
                return i;
            }
        }
        return -1;
    }
}
