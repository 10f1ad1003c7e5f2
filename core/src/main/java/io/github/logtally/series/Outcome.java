package io.github.logtally.series;

/** What became of an update. */
public enum Outcome {
    /** A series was updated, possibly one with the value {@code other}. */
    UPDATED,
    /** The event passed a bound of a metric with {@code onLimit="drop"}; the listener was told. Nothing changed. */
    DROPPED,
    /** The value was NaN or infinite, or would have made the series so. Nothing changed. */
    NOT_FINITE,
    /** The value was negative and the metric is a counter. Nothing changed. */
    NEGATIVE
}
