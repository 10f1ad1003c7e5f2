package io.github.logtally.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/*
 * How it works, and why the order holds.
 *
 * Slots. There are exactly `capacity` of them, known by their number; the objects are made on first use. A slot is in
 * one place at a time: free, in the hands of a logging thread, waiting, or in the hands of the consumer. Everything
 * moves numbers in int arrays: a reference stored in an old array would cost a GC barrier for each event.
 *
 * Stripes. A stripe has a queue of waiting slots (a ring behind a try-lock, and an inbox before it) and a stack of free
 * slots. There is one stripe; only when logging threads are seen to collide there are two, then four, then eight. A
 * thread publishes to its home stripe, the low bits of a hash of its id, and looks for a free slot there first.
 *
 * Acquire: the top of the home's free stack (the slot used last: it is still in the cache); else a few of another
 * stripe's free slots; else the slot of the oldest event waiting in the home stripe, which is dropped. A stripe that
 * has less than half of its share drops the oldest of the fullest stripe instead. So every slot can come to every
 * thread, a lone thread has all of them, and nothing is dropped while there are free slots in a stack. The threads of a
 * full buffer must not look at each other's cache lines for each event: who searches in vain notes the number of
 * releases that he saw before the search, and while it stays the same nobody searches. Who releases slots raises it
 * afterwards; so a slot that the search missed is found by the next.
 *
 * Publish: one try for the lock, and into the ring. A thread that finds the lock taken does not wait, as its holder
 * may have lost its processor: it pushes the slot onto the inbox, a lock-free stack. Whoever has the lock next and
 * wants the ring first moves the inbox into it, oldest first. So publishing never fails and never waits for anyone.
 * Dropping the oldest does need the lock; if no lock can be had within Stripes.MAX_TRIES, or if all slots are in other
 * threads' hands, acquire refuses the new event: it is counted as accepted and dropped. This needs a full buffer.
 *
 * Order within a stripe. Let a thread publish a, then b, to one stripe. If a went to the ring, b comes behind it either
 * way, as both leave the inbox only for the ring's tail. If a went to the inbox and b too: either the inbox was moved
 * between, so a is in the ring first (the move and the next one exclude each other by the lock), or both lie in it, b
 * above a, and the move keeps their order. If a went to the inbox and b got the lock: either a still lies there, and b's
 * thread moves it first; or it was taken out by a holder of the lock, who has put it into the ring before it let b's
 * thread have the lock. The consumer and those who drop take from the ring's head only.
 *
 * Order across stripes. The number of stripes only doubles, and the home is the low bits of the hash: a thread moves to
 * higher stripes only. Let it publish a to stripe i and then b to stripe j > i. The consumer goes in rounds: it cuts the
 * stripes from the highest to the lowest, each under its lock, with the inbox moved before; what lies before the cuts is
 * the round. Then it takes the round from the lowest stripe to the highest, and only then begins another. If b is in the
 * round, it was published before the cut of j; so a was published before the cut of i, which came later, and whoever had
 * it in hands between inbox and ring had let go of the lock by then. So a is in this round, before b, or in an earlier
 * one, or was dropped. Stripes that are new since the round began wait for the next one.
 *
 * Counts. The ring's positions are the counts: published = tail + what passed the inbox only, dropped = head - taken.
 * They are written under the lock and read under it. An event is counted as processed before its slot is free: so
 * waiting = accepted - processed - dropped - discarded is at most the capacity.
 */

/**
 * A bounded buffer between logging threads and one consumer that drops the oldest event when it is full.
 *
 * <p>A logging thread acquires a slot, fills it and publishes it. It never blocks, parks or waits for another thread,
 * and nothing is allocated but slots on their first use, {@code capacity} of them at most, and a few arrays of numbers
 * (at most 36 bytes a slot) when threads collide. The consumer's methods are called by one thread at a time: the caller
 * holds a lock that all of them share.
 *
 * <p>The events of one thread come out in the order in which it published them. "Oldest" and order among threads hold
 * strictly as long as logging threads do not collide, else for groups of threads.
 *
 * <p>At every quiet moment {@code accepted = processed + dropped + discarded + waiting}.
 *
 * @param <S> what a slot holds; reused for ever, its content is handed from thread to thread safely
 */
public final class SlotBuffer<S> {
    /** Instead of a slot: there is none. */
    public static final int NONE = Stripe.NONE;

    /** The greatest capacity. */
    public static final int MAX_CAPACITY = 1 << Stripe.SLOT_BITS;

    /** Publications to a stripe between two looks at whether the consumer must be woken; fewer if it is small. */
    private static final int CHECK_INTERVAL = 64;

    private static final VarHandle ASLEEP;

    static {
        try {
            ASLEEP = MethodHandles.lookup().findVarHandle(SlotBuffer.class, "asleep", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final int checkMask;
    private final @Nullable Object[] slots;
    private final IntFunction<? extends S> factory;
    private final Runnable wake;
    private final Stripes stripes;
    private final Drainer<S> drainer;

    // Mutable state: set by the consumer, cleared by the logging thread that wakes it

    private volatile boolean asleep;

    /**
     * Makes an empty buffer.
     *
     * @param capacity the number of slots, a power of two from 2 to {@link #MAX_CAPACITY}
     * @param factory makes a slot's content by its number, on the thread that first uses the slot
     * @param wake wakes a consumer that {@linkplain #setAsleep said that it sleeps} when more than half of the slots
     *     wait; called by logging threads, without a lock. Must not throw
     */
    public SlotBuffer(int capacity, IntFunction<? extends S> factory, Runnable wake) {
        this(capacity, factory, wake, Stripes.usefulStripes(capacity));
    }

    SlotBuffer(int capacity, IntFunction<? extends S> factory, Runnable wake, int maxStripes) {
        if (capacity < 2 || capacity > MAX_CAPACITY || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(
                    "capacity " + capacity + ": must be a power of two from 2 to " + MAX_CAPACITY);
        }
        this.factory = factory;
        this.wake = wake;
        checkMask = Math.max(1, Math.min(CHECK_INTERVAL, capacity / 8)) - 1;
        slots = new Object[capacity];
        stripes = new Stripes(capacity, maxStripes);
        drainer = new Drainer<>(this, stripes);
    }

    // Logging threads

    /**
     * Takes a slot that nobody else sees, and drops the oldest waiting event if there is no free one. The caller must
     * give it to {@link #publish} or {@link #cancel}, once.
     *
     * @return the slot; or {@link #NONE} if all slots are in other threads' hands, or if the buffer is full and other
     *     threads were in the way: then the event that wanted a slot has been counted as accepted and dropped
     */
    public int acquire() {
        return stripes.acquire();
    }

    /** The content of a slot that the caller has acquired. Throws what the factory throws; the slot stays acquired. */
    public S slot(int slot) {
        @SuppressWarnings("unchecked") // Only the factory's objects are in there
        @Nullable
        S content = (S) slots[slot];
        if (content == null) {
            content = factory.apply(slot);
            slots[slot] = content;
        }
        return content;
    }

    /** Makes an acquired slot wait for the consumer, and counts its event as accepted. */
    public void publish(int slot) {
        Stripe home = stripes.home();
        long appended = home.append(slot);
        if (appended == Stripe.BUSY) {
            home.post(slot);
        } else if ((appended & checkMask) == 0) {
            wakeIfHalfFull();
            stripes.growIfCrowded(home, appended);
        }
    }

    /** Gives an acquired slot back unused; counts nothing. */
    public void cancel(int slot) {
        stripes.release(slot);
    }

    private void wakeIfHalfFull() {
        if (asleep && stripes.roughSize() > capacity() / 2 && ASLEEP.compareAndSet(this, true, false)) {
            wake.run();
        }
    }

    // The consumer

    /**
     * Hands up to {@code max} of the waiting events to the consumer, each thread's oldest first, and frees their slots.
     * A return of less than {@code max} means that everything published before the call is out of the buffer. Ends
     * while other threads go on publishing, whatever {@code max} is.
     *
     * @param consumer must not keep the slot; if it throws, the event counts as processed, and the exception goes on
     * @return the number of events handed over
     */
    public int drainTo(Consumer<? super S> consumer, int max) {
        return drainer.drain(consumer, max);
    }

    /** Drops everything published before this call, counts it as discarded, and returns how many events this was. */
    public int dropWaiting() {
        return drainer.drain(null, Integer.MAX_VALUE);
    }

    /** A mark behind everything published before this call, for {@link #isDrained}. */
    public long mark() {
        return drainer.mark();
    }

    /** Whether {@link #drainTo} has come to the mark: then everything before it has been handed over, or dropped. */
    public boolean isDrained(long mark) {
        return drainer.isDrained(mark);
    }

    /**
     * Says whether the consumer is about to sleep. Who has said so is woken once, after which it counts as awake. As
     * threads look at this now and then only, look at {@link #waiting} after saying so, and sleep by the clock.
     */
    public void setAsleep(boolean asleep) {
        this.asleep = asleep;
    }

    // Counts: any thread but one that must not wait; none of them ever falls, but waiting

    /** Events published or refused. */
    public long accepted() {
        long sum = 0;
        for (Stripe stripe : stripes.all()) {
            sum += stripe.accepted();
        }
        return sum;
    }

    /** Events handed to the consumer; behind by one batch while it is at work. */
    public long processed() {
        return drainer.processed();
    }

    /** Events dropped because the buffer was full, the oldest or a new one. */
    public long dropped() {
        long sum = 0;
        for (Stripe stripe : stripes.all()) {
            sum += stripe.dropped();
        }
        return sum;
    }

    /** Events dropped by {@link #dropWaiting}. */
    public long discarded() {
        return drainer.discarded();
    }

    /** Events accepted that are not processed, dropped or discarded; never more than the capacity. */
    public int waiting() {
        long gone = processed() + dropped() + discarded();
        // Read last: zero means that nothing waited
        return (int) Math.min(capacity(), accepted() - gone);
    }

    /** The number of slots. */
    public int capacity() {
        return slots.length;
    }

    Stripes stripes() {
        return stripes;
    }
}
