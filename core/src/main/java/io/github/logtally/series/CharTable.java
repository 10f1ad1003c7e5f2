package io.github.logtally.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A hash table whose keys are characters and that is asked with a range of a character array, so that looking up what is
 * there creates nothing. Open addressing with linear probing, at most half full. Entries go only by {@link #removeIf},
 * which rebuilds the table: no tombstones.
 */
final class CharTable<E extends CharTable.Entry> {
    private static final int INITIAL_SLOTS = 16;

    /** What stands in a table. */
    abstract static class Entry {
        final char[] key;
        final int hash;

        /** An entry with its own copy of the key. */
        Entry(char[] text, int from, int to, int hash) {
            this.key = Arrays.copyOfRange(text, from, to);
            this.hash = hash;
        }
    }

    // Mutable state: under the turn

    private @Nullable Entry[] slots = new Entry[INITIAL_SLOTS];
    private int size;

    @Nullable
    @SuppressWarnings("unchecked") // only add() fills the slots
    E find(char[] text, int from, int to, int hash) {
        int mask = slots.length - 1;
        for (int i = hash & mask; ; i = i + 1 & mask) {
            Entry entry = slots[i];
            if (entry == null) {
                return null;
            }
            if (entry.hash == hash && Arrays.equals(entry.key, 0, entry.key.length, text, from, to)) {
                return (E) entry;
            }
        }
    }

    /** Adds an entry whose key is not in the table. */
    void add(E entry) {
        if (++size > slots.length / 2) {
            rebuild(entries(), slots.length * 2);
        }
        put(entry);
    }

    int size() {
        return size;
    }

    void forEach(Consumer<? super E> action) {
        entries().forEach(action);
    }

    /** Removes what the predicate is true for; it is asked once for each entry. */
    void removeIf(Predicate<? super E> gone) {
        List<E> kept = entries();
        if (!kept.removeIf(gone)) {
            return;
        }
        size = kept.size();
        int capacity = INITIAL_SLOTS;
        while (size > capacity / 2) {
            capacity *= 2;
        }
        rebuild(kept, capacity);
    }

    private void rebuild(List<E> entries, int capacity) {
        slots = new Entry[capacity];
        entries.forEach(this::put);
    }

    private void put(Entry entry) {
        int mask = slots.length - 1;
        int i = entry.hash & mask;
        while (slots[i] != null) {
            i = i + 1 & mask;
        }
        slots[i] = entry;
    }

    @SuppressWarnings("unchecked") // only add() fills the slots
    private List<E> entries() {
        List<E> entries = new ArrayList<>(size);
        for (Entry entry : slots) {
            if (entry != null) {
                entries.add((E) entry);
            }
        }
        return entries;
    }
}
