package io.github.logtally.capture;

/** What a captured value is. */
public enum ValueType {
    /** The event has nothing to give. */
    ABSENT,
    /** Text, possibly empty. */
    TEXT,
    /** A whole number. */
    WHOLE,
    /** A double. */
    DOUBLE,
    /** A float, which counts as its decimal text. */
    FLOAT,
    /** Yes or no. */
    BOOLEAN,
    /** A {@link java.time.Duration}. */
    DURATION,
    /** There is no value, because the application's own code threw when its text was asked for. */
    TO_STRING_FAILED,
    /** There is no value, because the capture itself failed. */
    CAPTURE_FAILED
}
