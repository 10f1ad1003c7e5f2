package io.github.logtally.capture;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A table by String that stays small whatever an application logs.
 *
 * <p>Applications that log concatenated strings show a new "template" with every event; such must neither fill the table
 * nor push out the real templates. So a key is let in when it is met for the second time (a small array of hashes
 * remembers the first), long keys never are, and a full table is emptied at most once in {@link #REFILL_NANOS}: in
 * between, what is not in it is answered without it. Reading takes no lock and writes nothing.
 *
 * <p>All methods may be called by any thread.
 */
final class BoundedTable<V extends BoundedTable.Entry> {
    /** What the table holds: an immutable key with its hash. */
    abstract static class Entry {
        final String key;
        private final int hash;

        Entry(String key) {
            this.key = key;
            this.hash = key.hashCode();
        }
    }

    /** Most entries held. */
    static final int MAX_ENTRIES = 2048;

    /** Longest key held; what is longer is hardly a constant of the program, and hashing it costs more than it saves. */
    static final int MAX_KEY_LENGTH = 512;

    /** How much the entries may weigh together. */
    static final int MAX_WEIGHT = 32_768;

    private static final long REFILL_NANOS = 10_000_000_000L;
    private static final int SLOTS = MAX_ENTRIES * 2;
    private static final int MAX_PROBES = 8;
    private static final int SEEN = 1024;

    private final LongSupplier nanoTime;
    private final java.util.concurrent.atomic.AtomicIntegerArray seen =
            new java.util.concurrent.atomic.AtomicIntegerArray(SEEN);

    // Mutable state: written by logging threads that meet something new, read by all

    private volatile AtomicReferenceArray<@Nullable V> entries = new AtomicReferenceArray<>(SLOTS);
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger weight = new AtomicInteger();
    private long emptiedAt;

    BoundedTable(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.emptiedAt = nanoTime.getAsLong() - REFILL_NANOS;
    }

    /** The entry of a key, or null. */
    @Nullable
    @SuppressWarnings("ReferenceEquality") // the usual case: keys are constants of the program
    V get(String key) {
        AtomicReferenceArray<@Nullable V> table = entries;
        int hash = key.hashCode();
        int at = spread(hash);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            V entry = table.getAcquire((at + probe) & (SLOTS - 1));
            if (entry == null) {
                return null;
            }
            if (entry.key == key || (((Entry) entry).hash == hash && entry.key.equals(key))) {
                return entry;
            }
        }
        return null;
    }

    /** Whether this key was met before, as far as is remembered. Remembers it. */
    boolean metBefore(String key) {
        int hash = key.hashCode();
        int at = spread(hash) & (SEEN - 1);
        if (seen.getPlain(at) == hash) {
            return true;
        }
        seen.setPlain(at, hash);
        return false;
    }

    /**
     * Puts an entry in unless there is one of its key or no room.
     *
     * @return the entry that is there now, or null where there is no room
     */
    @Nullable
    V add(V entry) {
        if (!hasRoom()) {
            return null;
        }
        AtomicReferenceArray<@Nullable V> table = entries;
        int at = spread(((Entry) entry).hash);
        for (int probe = 0; probe < MAX_PROBES; probe++) {
            int index = (at + probe) & (SLOTS - 1);
            V there = table.compareAndExchange(index, null, entry);
            if (there == null) {
                size.incrementAndGet();
                return entry;
            }
            if (there.key.equals(entry.key)) {
                return there;
            }
        }
        return null;
    }

    /** What hangs on the entries weighs so much more. */
    void addWeight(int more) {
        weight.addAndGet(more);
    }

    /** Whether there is room, for a further entry or for more to hang on one that is there; makes some if it may. */
    boolean hasRoom() {
        return !isFull() || empty();
    }

    private boolean isFull() {
        return size.get() >= MAX_ENTRIES || weight.get() >= MAX_WEIGHT;
    }

    private synchronized boolean empty() {
        long now = nanoTime.getAsLong();
        if (!isFull()) {
            return true;
        }
        if (now - emptiedAt < REFILL_NANOS) {
            return false;
        }
        emptiedAt = now;
        entries = new AtomicReferenceArray<>(SLOTS);
        size.set(0);
        weight.set(0);
        return true;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }
}
