package io.github.logtally.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/**
 * One stripe of a {@link SlotBuffer}: a queue of waiting slots and a stack of free ones. Slots are numbers; which slots
 * a stripe has changes all the time. The block comment of {@link SlotBuffer} explains how the parts play together.
 *
 * <p>Whoever holds the lock touches fields and arrays of the stripe only: no foreign code, no allocation. The methods
 * without the lock are lock-free: a try that fails means that another thread got on.
 */
final class Stripe extends StripeState {
    /** Instead of a slot: there is none. */
    static final int NONE = -1;

    /** Instead of a slot or a count: the lock is taken. */
    static final int BUSY = -2;

    /** Slots are less than {@code 1 << SLOT_BITS}; the rest of a word is a tag or a count. */
    static final int SLOT_BITS = 24;

    private static final long UNLOCKED = 0;
    private static final long LOCKED_BY_LOGGER = 1;
    private static final long LOCKED_BY_CONSUMER = 2;

    /** In the links and in the low bits of a word, slot n is n + 1, and this is the end. */
    private static final int END = 0;

    private static final int LINK_BITS = SLOT_BITS + 1;
    private static final long LINK_MASK = (1L << LINK_BITS) - 1;

    private static final int SPINS_BEFORE_PARK = 256;
    private static final long PARK_NANOS = 1_000;

    private static final VarHandle FREE;
    private static final VarHandle LOCK;
    private static final VarHandle INBOX;
    private static final VarHandle POSTED;
    private static final VarHandle REFUSED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            FREE = lookup.findVarHandle(StripeState.class, "free", long.class);
            LOCK = lookup.findVarHandle(StripeState.class, "lock", long.class);
            INBOX = lookup.findVarHandle(StripeState.class, "inbox", long.class);
            POSTED = lookup.findVarHandle(StripeState.class, "posted", long.class);
            REFUSED = lookup.findVarHandle(StripeState.class, "refused", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Keeps what lies behind off the cache lines, as {@link StripePadding} does before. */
    long r00, r01, r02, r03, r04, r05, r06, r07, r08, r09, r10, r11, r12, r13, r14, r15;

    /** Of each slot in a stack, the link to the one below; shared by all stripes, as a slot is in one stack at most. */
    private final int[] links;

    /** The waiting slots, from {@code head} to {@code tail}: no stripe can have more than there are. */
    private final int[] ring;

    private final int mask;

    /** A stripe without slots. {@code links} has an element for each slot, a power of two. */
    Stripe(int[] links) {
        this.links = links;
        ring = new int[links.length];
        mask = links.length - 1;
    }

    // The queue of waiting slots

    /** Puts a slot behind all that this thread has published before; the number of these calls ever, or BUSY. */
    long append(int slot) {
        if (!tryLock()) {
            return BUSY;
        }
        try {
            if (inbox != END) {
                adopt();
            }
            ring[(int) tail & mask] = slot;
            tail++;
            return tail - adopted;
        } finally {
            unlock();
        }
    }

    /** The same for a thread that found the lock taken. */
    void post(int slot) {
        POSTED.getAndAdd(this, 1L);
        long was;
        do {
            was = inbox;
            links[slot] = link(was);
        } while (!INBOX.compareAndSet(this, was, word((was >>> LINK_BITS) + 1, slot + 1)));
    }

    /** Takes the oldest waiting slot out and counts it dropped; or NONE, or BUSY. */
    int dropOldest() {
        if (!tryLock()) {
            return BUSY;
        }
        try {
            if (inbox != END) {
                adopt();
            }
            return head == tail ? NONE : ring[(int) head++ & mask];
        } finally {
            unlock();
        }
    }

    /** Consumer: all slots published before this call lie before the returned position. */
    long cut() {
        lock();
        try {
            if (inbox != END) {
                adopt();
            }
            return tail;
        } finally {
            unlock();
        }
    }

    /** Consumer: takes up to {@code max} of the oldest waiting slots before a position; how many there were. */
    int take(long limit, int[] into, int max) {
        lock();
        try {
            int count = (int) Math.max(0, Math.min(max, limit - head));
            int start = (int) head & mask;
            int beforeWrap = Math.min(count, ring.length - start);
            System.arraycopy(ring, start, into, 0, beforeWrap);
            System.arraycopy(ring, 0, into, beforeWrap, count - beforeWrap);
            head += count;
            taken += count;
            return count;
        } finally {
            unlock();
        }
    }

    /** Moves the inbox into the ring, the oldest first: it is the lowest of the stack. Under the lock. */
    private void adopt() {
        long stack = (long) INBOX.getAndSet(this, (long) END);
        long count = stack >>> LINK_BITS;
        long at = tail + count;
        for (int link = link(stack); link != END; link = links[link - 1]) {
            at--;
            ring[(int) at & mask] = link - 1;
        }
        tail += count;
        adopted += count;
    }

    // The stack of free slots

    /** A free slot, the one that was used last; or NONE. */
    int popFree() {
        while (true) {
            long was = free;
            int link = link(was);
            if (link == END) {
                return NONE;
            }
            // Another thread may have the slot by now and change its link; then the tag has changed, too
            if (FREE.compareAndSet(this, was, retagged(was, links[link - 1]))) {
                return link - 1;
            }
        }
    }

    /** Takes up to {@code max} free slots from another stripe, returns one and keeps the others; or NONE. */
    int popFreeOf(Stripe other, int max) {
        while (true) {
            long was = other.free;
            int first = link(was);
            if (first == END) {
                return NONE;
            }
            int last = first;
            for (int count = 1; count < max && links[last - 1] != END; count++) {
                last = links[last - 1];
            }
            if (FREE.compareAndSet(other, was, retagged(was, links[last - 1]))) {
                if (last != first) {
                    pushFree(links[first - 1], last);
                }
                return first - 1;
            }
        }
    }

    void pushFree(int slot) {
        pushFree(slot + 1, slot + 1);
    }

    /** Makes {@code slots[from..to)} free, the last of them on top. */
    void pushFree(int[] slots, int from, int to) {
        if (from == to) {
            return;
        }
        for (int i = to - 1; i > from; i--) {
            links[slots[i]] = slots[i - 1] + 1;
        }
        pushFree(slots[to - 1] + 1, slots[from] + 1);
    }

    private void pushFree(int firstLink, int lastLink) {
        long was;
        do {
            was = free;
            links[lastLink - 1] = link(was);
        } while (!FREE.compareAndSet(this, was, retagged(was, firstLink)));
    }

    // Counts

    /** Counts an event that found no slot. */
    void refuse() {
        REFUSED.getAndAdd(this, 1L);
    }

    /** Events published here or refused. Never falls. */
    long accepted() {
        lock();
        try {
            return tail - adopted + posted + refused;
        } finally {
            unlock();
        }
    }

    /** Events dropped here or refused. Never falls. */
    long dropped() {
        lock();
        try {
            return head - taken + refused;
        } finally {
            unlock();
        }
    }

    /** How many wait, read without the lock: good for choices, not for accounts. */
    int roughSize() {
        return (int) (tail - head);
    }

    /** Whether logging threads were in each other's way at least so often since the last call. */
    boolean collidedSince(int atLeast) {
        boolean often = collisions >= atLeast;
        collisions = 0;
        return often;
    }

    // The lock

    /** Logging thread: one try. */
    boolean tryLock() {
        if (lock == UNLOCKED && LOCK.compareAndSet(this, UNLOCKED, LOCKED_BY_LOGGER)) {
            return true;
        }
        // More stripes would not keep a logging thread out of the consumer's way
        if (lock == LOCKED_BY_LOGGER) {
            collisions++;
        }
        return false;
    }

    /** Consumer and readers of counts: waits for a holder that lost its processor inside. */
    private void lock() {
        for (int tries = 0; lock != UNLOCKED || !LOCK.compareAndSet(this, UNLOCKED, LOCKED_BY_CONSUMER); tries++) {
            if (tries < SPINS_BEFORE_PARK) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(PARK_NANOS);
            }
        }
    }

    void unlock() {
        LOCK.setRelease(this, UNLOCKED);
    }

    // Words: a link in the low bits, a tag or a count in the high bits

    private static int link(long word) {
        return (int) (word & LINK_MASK);
    }

    private static long word(long high, int link) {
        return high << LINK_BITS | link;
    }

    private static long retagged(long word, int link) {
        return word((word >>> LINK_BITS) + 1, link);
    }
}
