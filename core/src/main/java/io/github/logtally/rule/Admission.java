package io.github.logtally.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text can meet one of several rules by how it begins and ends. Patterns are kept by their first character, so
 * that a text is compared with few of them. Immutable, for all threads.
 */
final class Admission {
    private static final int BUCKETS = 128;

    /** Admits nothing. */
    static final Admission NONE = new Admission(List.of(), 0);

    private final boolean everything;
    private final Literals[][] byFirst = new Literals[BUCKETS][];
    private final int maxMessageLength;

    /**
     * @param patterns the message patterns of the rules, null for a rule without one
     */
    Admission(List<@Nullable Literals> patterns, int maxMessageLength) {
        this.maxMessageLength = maxMessageLength;
        this.everything = containsNull(patterns);
        List<List<Literals>> buckets = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            buckets.add(new ArrayList<>());
        }
        for (Literals pattern : patterns) {
            if (pattern == null) {
                continue;
            }
            if (pattern.first().isEmpty()) {
                buckets.forEach(bucket -> bucket.add(pattern));
            } else {
                buckets.get(pattern.first().charAt(0) & (BUCKETS - 1)).add(pattern);
            }
        }
        for (int i = 0; i < BUCKETS; i++) {
            byFirst[i] = buckets.get(i).toArray(new Literals[0]);
        }
    }

    /** List.of() throws where it is asked for null. */
    private static boolean containsNull(List<@Nullable Literals> patterns) {
        for (Literals pattern : patterns) {
            if (pattern == null) {
                return true;
            }
        }
        return false;
    }

    boolean admits(String text) {
        if (everything) {
            return true;
        }
        boolean maybeCut = text.length() > maxMessageLength;
        Literals[] bucket = byFirst[text.isEmpty() ? 0 : text.charAt(0) & (BUCKETS - 1)];
        for (Literals pattern : bucket) {
            if (pattern.fitsEnds(text, maybeCut)) {
                return true;
            }
        }
        return false;
    }
}
