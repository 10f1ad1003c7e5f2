package io.github.logtally.buffer;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The consumer's side of a {@link SlotBuffer}: goes through the stripes in rounds, as the block comment there explains.
 * One thread at a time; the caller's lock hands the fields from one to the next.
 */
final class Drainer<S> {
    /** Slots taken under one lock, where the capacity allows it. */
    private static final int MAX_BATCH = 256;

    private final SlotBuffer<S> buffer;
    private final Stripes stripes;
    private final int[] batch;

    // Mutable state: written by the consumer; the counts are read by anyone

    private Stripe[] round = {};
    private long[] limits = {};
    private int current;
    private long roundsBegun;
    private long roundsEnded;

    /** What is taken and not yet handed over: {@code batch[next..end)}, of the current stripe. */
    private int next;

    private int end;

    private volatile long processed;
    private volatile long discarded;

    Drainer(SlotBuffer<S> buffer, Stripes stripes) {
        this.buffer = buffer;
        this.stripes = stripes;
        batch = new int[Math.max(1, Math.min(MAX_BATCH, stripes.capacity() / 8))];
    }

    /** Hands over what waits, or discards it where there is no consumer. */
    int drain(@Nullable Consumer<? super S> consumer, int max) {
        int done = 0;
        boolean fresh = false;
        while (done < max) {
            if (next == end && !takeBatch(max - done)) {
                if (fresh) {
                    break;
                }
                beginRound();
                fresh = true;
            } else {
                done += consumer == null ? discard() : handOver(consumer, max - done);
            }
        }
        return done;
    }

    /** What {@link SlotBuffer#mark} says. */
    long mark() {
        return roundsBegun + 1;
    }

    /** What {@link SlotBuffer#isDrained} says. */
    boolean isDrained(long mark) {
        return roundsEnded >= mark;
    }

    long processed() {
        return processed;
    }

    long discarded() {
        return discarded;
    }

    private void beginRound() {
        round = stripes.all();
        if (limits.length < round.length) {
            limits = new long[round.length];
        }
        for (int i = round.length - 1; i >= 0; i--) {
            limits[i] = round[i].cut();
        }
        current = 0;
        roundsBegun++;
    }

    /** Takes the next slots of this round; false at its end. */
    private boolean takeBatch(int max) {
        while (current < round.length) {
            next = 0;
            end = round[current].take(limits[current], batch, Math.min(max, batch.length));
            if (end > 0) {
                return true;
            }
            current++;
        }
        roundsEnded = roundsBegun;
        return false;
    }

    private int handOver(Consumer<? super S> consumer, int max) {
        int first = next;
        int last = Math.min(end, first + max);
        try {
            while (next < last) {
                consumer.accept(buffer.slot(batch[next++]));
            }
        } finally {
            // Counted before it is free: who takes it next must not make more events than slots
            processed = processed() + (next - first);
            stripes.release(round[current], batch, first, next);
        }
        return last - first;
    }

    private int discard() {
        int count = end - next;
        discarded = discarded() + count;
        stripes.release(round[current], batch, next, end);
        next = end;
        return count;
    }
}
