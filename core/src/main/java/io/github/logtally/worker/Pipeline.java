package io.github.logtally.worker;

import io.github.logtally.buffer.SlotBuffer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One appender's buffer together with what is done to each event in it. Drained under the {@link Worker}'s turn only.
 *
 * @param <S> the buffer's slots
 */
public final class Pipeline<S> {
    /** Events drained at a time before others get a chance at the turn. */
    static final int BATCH = 256;

    private final SlotBuffer<S> buffer;
    private final Consumer<? super S> action;
    private final LongSupplier nanoTime;

    // Mutable state: written under the turn; busyNanos is read by anyone

    private volatile long busyNanos;

    /**
     * A pipeline over a buffer.
     *
     * @param action evaluates one event; must not throw
     */
    public Pipeline(SlotBuffer<S> buffer, Consumer<? super S> action, LongSupplier nanoTime) {
        this.buffer = buffer;
        this.action = action;
        this.nanoTime = nanoTime;
    }

    /** Nanoseconds spent on evaluating events so far. */
    public long busyNanos() {
        return busyNanos;
    }

    SlotBuffer<S> buffer() {
        return buffer;
    }

    /** Evaluates up to a batch of what waits. Holds the turn. */
    int drainBatch() {
        long start = nanoTime.getAsLong();
        int drained = buffer.drainTo(action, BATCH);
        if (drained > 0) {
            addBusy(nanoTime.getAsLong() - start);
        }
        return drained;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, under the turn
    private void addBusy(long nanos) {
        busyNanos += nanos;
    }
}
