package io.github.logtally.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds in one pass over a text which of many rules can match it at all.
 *
 * <p>Each rule has a literal without which it cannot match. Four characters of it are its key, chosen such that few rules
 * have the same. The text is read once with a window of four characters; a small bitmap of hashes says for nearly every
 * window that no rule has it, and only where it does not is the window looked up and the whole literal compared. So the
 * cost is that of the text's length, whatever the number of rules.
 *
 * <p>Immutable.
 */
final class LiteralIndex {
    /** Characters of a key; a rule whose literal is shorter is always evaluated. */
    static final int KEY_LENGTH = 4;

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

    private final long[] always;
    private final long[] bitmap;
    private final int shift;
    private final long[] keys;
    private final Entry[][] entries;

    /**
     * @param literals for each rule the literal it cannot match without, or null if none is known
     */
    LiteralIndex(List<@Nullable String> literals) {
        always = new long[(literals.size() + Long.SIZE - 1) / Long.SIZE];
        Map<Long, List<Entry>> byKey = new HashMap<>();
        for (int rule = 0; rule < literals.size(); rule++) {
            String literal = literals.get(rule);
            if (literal == null || literal.length() < KEY_LENGTH) {
                mark(always, rule);
            } else {
                int keyAt = rarestKey(literal, byKey);
                byKey.computeIfAbsent(key(literal, keyAt), k -> new ArrayList<>())
                        .add(new Entry(literal.toCharArray(), keyAt, rule));
            }
        }
        int bitsLog = log2(byKey.size() * BITS_PER_KEY);
        shift = Long.SIZE - bitsLog;
        bitmap = new long[1 << (bitsLog - 6)];
        int slots = Integer.highestOneBit(Math.max(1, byKey.size())) * 4;
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

    private static int rarestKey(String literal, Map<Long, List<Entry>> byKey) {
        int best = 0;
        int bestUses = Integer.MAX_VALUE;
        for (int at = 0; at + KEY_LENGTH <= literal.length() && bestUses > 0; at++) {
            List<Entry> there = byKey.get(key(literal, at));
            int uses = there == null ? 0 : there.size();
            if (uses < bestUses) {
                best = at;
                bestUses = uses;
            }
        }
        return best;
    }

    private static long key(String literal, int at) {
        long key = 0;
        for (int i = at; i < at + KEY_LENGTH; i++) {
            key = key << Character.SIZE | literal.charAt(i);
        }
        return key;
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

    /** Words that {@link #scan} needs. */
    int words() {
        return always.length;
    }

    /** Sets in {@code found} the bit of each rule that can match the first {@code length} characters; clears the others. */
    void scan(char[] text, int length, long[] found) {
        System.arraycopy(always, 0, found, 0, always.length);
        long window = 0;
        for (int i = 0; i < length; i++) {
            window = window << Character.SIZE | text[i];
            int hash = (int) ((window * MIX) >>> shift);
            if ((bitmap[hash >>> 6] & 1L << hash) != 0 && i >= KEY_LENGTH - 1) {
                lookUp(window, text, length, i - KEY_LENGTH + 1, found);
            }
        }
    }

    private void lookUp(long key, char[] text, int length, int keyAt, long[] found) {
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

    private static void mark(long[] bits, int index) {
        bits[index >>> 6] |= 1L << index;
    }
}
