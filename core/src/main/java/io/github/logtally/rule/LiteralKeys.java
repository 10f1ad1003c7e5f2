package io.github.logtally.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Literals by a few characters of each, their keys: an open-addressing table behind a bitmap of hashes. Immutable. */
final class LiteralKeys {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int BITS_PER_KEY = 64;
    private static final int MIN_BITS_LOG = 10;
    private static final int MAX_BITS_LOG = 20;

    /** A rule's literal and where in it the key stands. */
    private static final class Entry {
        final char[] literal;
        final int keyAt;
        final int rule;

        Entry(char[] literal, int keyAt, int rule) {
            this.literal = literal;
            this.keyAt = keyAt;
            this.rule = rule;
        }
    }

    private final long[] bitmap;
    private final int shift;
    private final long[] keys;
    private final Entry[][] entries;

    private LiteralKeys(Map<Long, List<Entry>> byKey) {
        int bitsLog = log2(byKey.size() * BITS_PER_KEY);
        shift = Long.SIZE - bitsLog;
        bitmap = new long[1 << (bitsLog - 6)];
        int slots = Integer.highestOneBit(byKey.size()) * 4;
        keys = new long[slots];
        entries = new Entry[slots][];
        byKey.forEach(this::put);
    }

    private static int log2(int bits) {
        int log = MIN_BITS_LOG;
        while (log < MAX_BITS_LOG && 1 << log < bits) {
            log++;
        }
        return log;
    }

    private void put(long key, List<Entry> rules) {
        int hash = (int) ((key * MIX) >>> shift);
        bitmap[hash >>> 6] |= 1L << hash;
        int at = slot(key);
        while (entries[at] != null) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        entries[at] = rules.toArray(new Entry[0]);
    }

    private int slot(long key) {
        return (int) ((key * MIX) >>> 32) & (keys.length - 1);
    }

    /** Whether a literal may have this key; true for one key in 64 that none has. */
    boolean mayHave(long key) {
        int hash = (int) ((key * MIX) >>> shift);
        return (bitmap[hash >>> 6] & 1L << hash) != 0;
    }

    /** Sets the bits of the rules whose literals have the key that stands at {@code keyAt}, and stand there wholly. */
    void lookUp(long key, char[] text, int length, int keyAt, long[] found) {
        int at = slot(key);
        while (true) {
            Entry[] rules = entries[at];
            if (rules == null) {
                return;
            }
            if (keys[at] == key) {
                for (Entry entry : rules) {
                    int from = keyAt - entry.keyAt;
                    int to = from + entry.literal.length;
                    if (from >= 0
                            && to <= length
                            && Arrays.equals(text, from, to, entry.literal, 0, entry.literal.length)) {
                        mark(found, entry.rule);
                    }
                }
                return;
            }
            at = (at + 1) & (keys.length - 1);
        }
    }

    static void mark(long[] bits, int index) {
        bits[index >>> 6] |= 1L << index;
    }

    /** Collects literals before their keys can be chosen. */
    static final class Builder {
        /** Places in a long literal at which its keys can stand. */
        private static final int MOST_PLACES = 128;

        private final int keyLength;
        private final int keysPerLiteral;
        private final List<Entry> literals = new ArrayList<>();
        private final Map<Long, Integer> uses = new HashMap<>();

        /**
         * A collection whose literals all have at least {@code keyLength + keysPerLiteral - 1} characters.
         *
         * @param keysPerLiteral keys side by side that each literal gets
         */
        Builder(int keyLength, int keysPerLiteral) {
            this.keyLength = keyLength;
            this.keysPerLiteral = keysPerLiteral;
        }

        void add(String literal, int rule) {
            literals.add(new Entry(literal.toCharArray(), 0, rule));
            for (int at = 0; at < places(literal.length()) + keysPerLiteral - 1; at++) {
                uses.merge(key(literal.toCharArray(), at), 1, Integer::sum);
            }
        }

        private int places(int length) {
            return Math.min(MOST_PLACES, length - keyLength - keysPerLiteral + 2);
        }

        private long key(char[] literal, int at) {
            long key = 0;
            for (int i = at; i < at + keyLength; i++) {
                key = key << Character.SIZE | literal[i];
            }
            return key;
        }

        /** The literals with those keys that fewest of them have; null if there are none. */
        @Nullable
        LiteralKeys build() {
            if (literals.isEmpty()) {
                return null;
            }
            Map<Long, List<Entry>> byKey = new HashMap<>();
            for (Entry entry : literals) {
                int best = rarest(entry.literal);
                for (int at = best; at < best + keysPerLiteral; at++) {
                    byKey.computeIfAbsent(key(entry.literal, at), k -> new ArrayList<>())
                            .add(new Entry(entry.literal, at, entry.rule));
                }
            }
            return new LiteralKeys(byKey);
        }

        private int rarest(char[] literal) {
            int best = 0;
            int fewest = Integer.MAX_VALUE;
            for (int place = 0; place < places(literal.length); place++) {
                int shared = 0;
                for (int at = place; at < place + keysPerLiteral; at++) {
                    shared += uses.getOrDefault(key(literal, at), 0);
                }
                if (shared < fewest) {
                    best = place;
                    fewest = shared;
                }
            }
            return best;
        }
    }
}
