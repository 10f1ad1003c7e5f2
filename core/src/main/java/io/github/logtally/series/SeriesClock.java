package io.github.logtally.series;

import java.util.function.LongSupplier;

/**
 * The time that series are stamped with. It stands still until somebody advances it, once for a batch of events: reading
 * the time for every update would cost more than the update. Guarded by the turn.
 */
public final class SeriesClock {
    private final LongSupplier source;
    private long nanos;

    /** A clock that shows what {@code source} says at each {@link #advance}, in nanoseconds of any origin. */
    public SeriesClock(LongSupplier source) {
        this.source = source;
        this.nanos = source.getAsLong();
    }

    /** Reads the time anew. */
    public void advance() {
        nanos = source.getAsLong();
    }

    /** The time of the last {@link #advance}. */
    public long nanos() {
        return nanos;
    }
}
