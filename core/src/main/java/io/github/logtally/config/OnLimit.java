package io.github.logtally.config;

/** What becomes of an event whose series would pass a bound. */
public enum OnLimit {
    /** The label with the most different values takes the value {@code other}. */
    OVERFLOW,
    /** The event is not counted. */
    DROP
}
