package io.github.logtally.series;

import io.github.logtally.config.Operation;
import org.jspecify.annotations.Nullable;

/** One series: its key, and its data point in the Prometheus client. Under the turn. */
abstract class Series extends CharTable.Entry {
    /** The label values; the very array that the client's key refers to, never written. */
    final String[] labels;

    /** Whether a bound made this series. */
    boolean overflow;

    /** Whether this series stays, used or not. */
    boolean permanent;

    /** When this was last updated, by the {@link SeriesClock}. */
    long updatedNanos;

    /** A series of these labels. */
    Series(LabelValues key, String[] labels) {
        super(key.text(), 0, key.keyEnd(), key.hash());
        this.labels = labels;
    }

    /** Applies a finite value; {@link Outcome#NOT_FINITE} if the series would not be finite then, else UPDATED. */
    abstract Outcome update(Operation operation, double value, @Nullable String traceId, @Nullable String spanId);
}
