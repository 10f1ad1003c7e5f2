package io.github.logtally.worker;

import io.github.logtally.buffer.SlotBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One appender's buffer together with what is done to each event in it. Drained under the {@link Worker}'s turn only.
 *
 * @param <S> the buffer's slots
 */
public final class Pipeline<S> {
    /** Events drained at a time before others get a chance at the turn. */
    private static final int BATCH = 256;

    /** Events drained before the first look at the time. */
    private static final int FIRST_PIECE = 1;

    /** When a batch has taken so long it ends early. */
    private static final long SLICE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

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

    /**
     * Evaluates up to a batch of what waits, in growing pieces: rules that take long for each event must not keep the turn
     * from those who wait for it only so long. Holds the turn.
     *
     * @return whether more may wait
     */
    boolean drainBatch() {
        long start = nanoTime.getAsLong();
        long spent = 0;
        int drained = 0;
        boolean more = true;
        for (int piece = FIRST_PIECE; more && drained < BATCH && spent < SLICE_NANOS; piece *= 2) {
            int asked = Math.min(piece, BATCH - drained);
            int done = buffer.drainTo(action, asked);
            more = done == asked;
            drained += done;
            spent = done == 0 ? spent : nanoTime.getAsLong() - start;
        }
        if (drained > 0) {
            addBusy(spent);
        }
        return more;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer at a time, under the turn
    private void addBusy(long nanos) {
        busyNanos += nanos;
    }
}
