package io.github.logtally.series;

import java.util.SplittableRandom;

/**
 * Hash of a range of characters, four at a time, each word folded by a 128-bit multiplication. Seeded at random in each
 * process: values of labels often come from outside, and nobody outside may be able to make them collide.
 */
final class CharHash {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long SEED = new SplittableRandom().nextLong();
    private static final long SECRET = new SplittableRandom().nextLong() | 1;

    private CharHash() {}

    static int of(char[] text, int from, int to) {
        long hash = SEED ^ (to - from) * MULTIPLIER;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            long word = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
            hash = fold(hash ^ word, SECRET);
        }
        if (i < to) {
            long word = 0;
            for (; i < to; i++) {
                word = word << 16 | text[i];
            }
            hash = fold(hash ^ word, SECRET);
        }
        hash = fold(hash, MULTIPLIER);
        return (int) (hash ^ hash >>> 32);
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
