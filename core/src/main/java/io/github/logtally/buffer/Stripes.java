package io.github.logtally.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * The stripes of a {@link SlotBuffer}: which one is a thread's home, where it finds a slot, and when there are more of
 * them. Called by logging threads; the consumer releases slots here.
 */
final class Stripes {
    private static final int MAX_STRIPES = 8;

    /** Below that a stripe's share is too small for "oldest" to mean much. */
    private static final int MIN_SHARE = 64;

    /** Publications to a stripe between two looks at its collisions. */
    private static final int GROWTH_INTERVAL = 64;

    /** Collisions within {@link #GROWTH_INTERVAL} publications that make the stripes grow. */
    private static final int MANY_COLLISIONS = 4;

    /** Free slots taken at once from another stripe, where the capacity allows it. */
    private static final int MAX_STEAL = 32;

    /**
     * Rounds over the stripes' locks before a new event is refused: enough for a holder that is at work. One that lost its
     * processor would cost every other thread as much for each event.
     */
    private static final int MAX_TRIES = 8;

    private static final VarHandle GROWING;
    private static final VarHandle RELEASES;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            GROWING = lookup.findVarHandle(Stripes.class, "growing", boolean.class);
            RELEASES = lookup.findVarHandle(Stripes.class, "releases", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int capacity;
    private final int stealBatch;
    private final int[] links;

    // Mutable state: rarely written, by any thread

    private volatile Stripe[] all;
    private volatile int maxStripes;

    @SuppressWarnings("UnusedVariable") // Accessed by GROWING
    private volatile boolean growing;

    /** How often slots were released to a free stack. */
    private volatile long releases;

    /** The number of releases at which no stripe had a free slot. */
    private volatile long exhaustedAt = -1;

    /** One stripe, which has all slots free. */
    Stripes(int capacity, int maxStripes) {
        this.capacity = capacity;
        this.maxStripes = maxStripes;
        stealBatch = Math.max(1, Math.min(MAX_STEAL, capacity / 64));
        links = new int[capacity];
        int[] slots = new int[capacity];
        Arrays.setAll(slots, i -> capacity - 1 - i);
        Stripe first = new Stripe(links);
        first.pushFree(slots, 0, capacity);
        all = new Stripe[] {first};
    }

    /** How many stripes a buffer should have at most on this machine. */
    static int usefulStripes(int capacity) {
        int processors = Runtime.getRuntime().availableProcessors();
        // More stripes than processors, for two busy threads may well have one home
        int useful = processors == 1 ? 1 : 4 * processors;
        int max = 1;
        while (max < MAX_STRIPES && max < useful && 2 * max * MIN_SHARE <= capacity) {
            max *= 2;
        }
        return max;
    }

    Stripe[] all() {
        return all;
    }

    int capacity() {
        return capacity;
    }

    /** The calling thread's home. */
    Stripe home() {
        return home(all, Thread.currentThread().getId());
    }

    static Stripe home(Stripe[] all, long threadId) {
        // Fibonacci hashing: ids that follow each other, as those of a pool, fall far apart
        long hash = threadId * 0x9E3779B97F4A7C15L;
        return all[(int) (hash >>> 61) & all.length - 1];
    }

    /** What {@link SlotBuffer#acquire} says. */
    int acquire() {
        Stripe home = home();
        int slot = home.popFree();
        return slot != Stripe.NONE ? slot : acquireElsewhere(home);
    }

    /** Makes a slot free that a logging thread has in hand. */
    void release(int slot) {
        home().pushFree(slot);
        released();
    }

    /** Makes {@code slots[from..to)} free, which the consumer had taken from this stripe. */
    void release(Stripe stripe, int[] slots, int from, int to) {
        stripe.pushFree(slots, from, to);
        released();
    }

    /** How many wait, read without locks. */
    int roughSize() {
        int size = 0;
        for (Stripe stripe : all) {
            size += stripe.roughSize();
        }
        return size;
    }

    /** Makes more stripes if logging threads collided often; {@code appended} is what the home's append returned. */
    void growIfCrowded(Stripe home, long appended) {
        if ((appended & GROWTH_INTERVAL - 1) == 0 && home.collidedSince(MANY_COLLISIONS)) {
            grow(all);
        }
    }

    /** Doubles the stripes, unless another thread does or has done it. */
    void grow(Stripe[] from) {
        if (from.length >= maxStripes || !GROWING.compareAndSet(this, false, true)) {
            return;
        }
        try {
            if (all == from) {
                Stripe[] more = Arrays.copyOf(from, 2 * from.length);
                for (int i = from.length; i < more.length; i++) {
                    more[i] = new Stripe(links);
                }
                all = more;
            }
        } catch (OutOfMemoryError e) {
            maxStripes = from.length;
        } finally {
            growing = false;
        }
    }

    private int acquireElsewhere(Stripe home) {
        Stripe[] now = all;
        long seen = releases;
        if (now.length > 1 && exhaustedAt != seen) {
            for (Stripe stripe : now) {
                int slot = stripe == home ? home.popFree() : home.popFreeOf(stripe, stealBatch);
                if (slot != Stripe.NONE) {
                    released();
                    return slot;
                }
            }
            exhaustedAt = seen;
        }
        return acquireByDropping(now, home);
    }

    private int acquireByDropping(Stripe[] now, Stripe home) {
        boolean hasItsShare = home.roughSize() >= capacity / (2 * now.length);
        Stripe victim = hasItsShare ? home : fullest(now);
        boolean busy = true;
        for (int tries = 0; busy && tries < MAX_TRIES; tries++) {
            int slot = victim.dropOldest();
            busy = slot == Stripe.BUSY;
            for (int i = 0; slot < 0 && i < now.length; i++) {
                slot = now[i].popFree();
                if (slot == Stripe.NONE && now[i] != victim) {
                    slot = now[i].dropOldest();
                    busy |= slot == Stripe.BUSY;
                }
            }
            if (slot >= 0) {
                return slot;
            }
            Thread.onSpinWait();
        }
        home.refuse();
        if (busy) {
            grow(now);
        }
        return Stripe.NONE;
    }

    private static Stripe fullest(Stripe[] now) {
        Stripe fullest = now[0];
        for (Stripe stripe : now) {
            if (stripe.roughSize() > fullest.roughSize()) {
                fullest = stripe;
            }
        }
        return fullest;
    }

    private void released() {
        RELEASES.getAndAdd(this, 1L);
    }
}
