package io.github.logtally.rules.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages by their likely template, most frequent first. Bounded: when there are too many, those met once only are let go,
 * and counted. Confined to one thread.
 */
final class MessageGroups {
    /** Messages of one template. */
    static final class Group {
        final byte[] masked;
        final long firstLine;
        final int hash;
        long events;

        Group(byte[] masked, int hash, long firstLine) {
            this.masked = masked;
            this.hash = hash;
            this.firstLine = firstLine;
        }
    }

    private static final int MAX_GROUPS = 1 << 13;
    private static final int SLOTS = 4 * MAX_GROUPS;

    private final Masker masker = new Masker();

    // Mutable state

    private final @Nullable Group[] table = new @Nullable Group[SLOTS];
    private int groups;
    private long events;
    private long forgotten;

    void add(byte[] bytes, int from, int to, long lineNumber) {
        events++;
        masker.mask(bytes, from, to);
        int slot = masker.hash() & (SLOTS - 1);
        for (Group group = table[slot]; group != null; group = table[slot]) {
            if (group.hash == masker.hash() && masker.is(group.masked)) {
                group.events++;
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (groups == MAX_GROUPS) {
            forgetRare();
        }
        if (groups == MAX_GROUPS) {
            forgotten++;
            return;
        }
        put(new Group(masker.copy(), masker.hash(), lineNumber)).events++;
    }

    private Group put(Group group) {
        int slot = group.hash & (SLOTS - 1);
        while (table[slot] != null) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        table[slot] = group;
        groups++;
        return group;
    }

    private void forgetRare() {
        List<Group> kept = new ArrayList<>();
        for (Group group : all()) {
            if (group.events > 1) {
                kept.add(group);
            } else {
                forgotten++;
            }
        }
        Arrays.fill(table, null);
        groups = 0;
        kept.forEach(this::put);
    }

    private List<Group> all() {
        List<Group> all = new ArrayList<>();
        for (Group group : table) {
            if (group != null) {
                all.add(group);
            }
        }
        return all;
    }

    /** How many messages there were. */
    long events() {
        return events;
    }

    /** How many of them are in no group any more. */
    long forgotten() {
        return forgotten;
    }

    /** The groups, those that differ in one word only made one; most frequent first, then in the order of the log. */
    List<LikelyPattern> patterns() {
        List<LikelyPattern> patterns = new ArrayList<>();
        for (Group group : all()) {
            patterns.add(LikelyPattern.of(group));
        }
        patterns.sort(Comparator.comparingLong(LikelyPattern::firstLine));
        List<LikelyPattern> merged = new ArrayList<>(LikelyPattern.merged(patterns));
        merged.sort(
                Comparator.comparingLong(LikelyPattern::events).reversed().thenComparingLong(LikelyPattern::firstLine));
        return merged;
    }
}
