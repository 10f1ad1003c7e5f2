package io.github.logtally.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds in one pass over a text which of many rules can match it at all.
 *
 * <p>Each rule has a literal without which it cannot match. A few characters of it are its key, chosen such that few rules
 * have the same. The text is read once with a window of as many characters; a small bitmap of hashes says for nearly every
 * window that no rule has it, and only where it does not is the window looked up and the whole literal compared. So the
 * cost is that of the text's length, whatever the number of rules.
 *
 * <p>Keys have four characters. Windows are two characters apart: each rule has two keys, one of them at an even place
 * wherever its literal stands. Literals too short for that have keys of two characters, in a pass of their own.
 *
 * <p>Immutable.
 */
final class LiteralIndex {
    /** Characters of the shortest literal that is looked for; a rule with a shorter one is always evaluated. */
    static final int SHORTEST = 2;

    private static final int LONG_KEY = 4;
    private static final int STEP = 2;
    private static final long SHORT_MASK = 0xFFFF_FFFFL;

    private final long[] always;
    private final @Nullable LiteralKeys longKeys;
    private final @Nullable LiteralKeys shortKeys;

    /**
     * @param literals for each rule the literal it cannot match without, or null if none is known
     */
    LiteralIndex(List<@Nullable String> literals) {
        always = new long[(literals.size() + Long.SIZE - 1) / Long.SIZE];
        LiteralKeys.Builder longer = new LiteralKeys.Builder(LONG_KEY, STEP);
        LiteralKeys.Builder shorter = new LiteralKeys.Builder(SHORTEST, 1);
        for (int rule = 0; rule < literals.size(); rule++) {
            String literal = literals.get(rule);
            if (literal == null || literal.length() < SHORTEST) {
                LiteralKeys.mark(always, rule);
            } else {
                (literal.length() < LONG_KEY + STEP - 1 ? shorter : longer).add(literal, rule);
            }
        }
        longKeys = longer.build();
        shortKeys = shorter.build();
    }

    /** Sets in {@code found} the bit of each rule that can match the first {@code length} characters; clears the others. */
    void scan(char[] text, int length, long[] found) {
        System.arraycopy(always, 0, found, 0, always.length);
        if (longKeys != null) {
            scanLong(longKeys, text, length, found);
        }
        if (shortKeys != null) {
            scanShort(shortKeys, text, length, found);
        }
    }

    private static void scanLong(LiteralKeys keys, char[] text, int length, long[] found) {
        if (length < LONG_KEY) {
            return;
        }
        long window = (long) text[0] << Character.SIZE | text[1];
        for (int i = LONG_KEY - 1; i < length; i += STEP) {
            window = window << (2 * Character.SIZE) | (long) text[i - 1] << Character.SIZE | text[i];
            if (keys.mayHave(window)) {
                keys.lookUp(window, text, length, i - LONG_KEY + 1, found);
            }
        }
    }

    private static void scanShort(LiteralKeys keys, char[] text, int length, long[] found) {
        if (length < SHORTEST) {
            return;
        }
        long window = text[0];
        for (int i = 1; i < length; i++) {
            window = (window << Character.SIZE | text[i]) & SHORT_MASK;
            if (keys.mayHave(window)) {
                keys.lookUp(window, text, length, i - 1, found);
            }
        }
    }
}
