package io.github.logtally.series;

import java.util.SplittableRandom;

/**
 * Hash of a range of characters, four at a time, each word folded by a 128-bit multiplication. Seeded at random in each
 * process: values of labels often come from outside, and nobody outside may be able to make them collide.
 */
final class CharHash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long HIGH_CHARACTERS = 0x8000800080008000L;
    private static final long LOWER_HALF = 0xFFFFFFFFL;
    private static final long HIGH_FOUND = 1L << 32;
    private static final long SEED = new SplittableRandom().nextLong();
    private static final long SECRET = new SplittableRandom().nextLong() | 1;

    private CharHash() {}

    static int of(char[] text, int from, int to) {
        return hashOf(scan(text, from, to));
    }

    /** {@link #hashOf} and {@link #hasHighCharacters} of a range, found in one pass. */
    static long scan(char[] text, int from, int to) {
        long hash = SEED ^ (to - from) * MULTIPLIER;
        long bits = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            long word = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
            bits |= word;
            hash = fold(hash ^ word, SECRET);
        }
        if (i < to) {
            long word = 0;
            for (; i < to; i++) {
                word = word << 16 | text[i];
            }
            bits |= word;
            hash = fold(hash ^ word, SECRET);
        }
        hash = fold(hash, MULTIPLIER);
        long found = (bits & HIGH_CHARACTERS) == 0 ? 0 : HIGH_FOUND;
        return ((hash ^ hash >>> 32) & LOWER_HALF) | found;
    }

    static int hashOf(long scan) {
        return (int) scan;
    }

    /** Whether any character is U+8000 or above, as surrogates are. */
    static boolean hasHighCharacters(long scan) {
        return (scan & HIGH_FOUND) != 0;
    }

    /** The hash of a sequence of values from the hash of those before and the hash of the next. */
    static int combine(int before, int next) {
        long hash = fold((SEED ^ before) * MULTIPLIER ^ next, SECRET);
        return (int) (hash ^ hash >>> 32);
    }

    private static long fold(long a, long b) {
        return Math.multiplyHigh(a, b) ^ a * b;
    }
}
