package io.github.logtally.capture;

/** What stands in a slot for what could not be captured. */
public enum Fault {
    /** The application's own code threw when its text was asked for. */
    TO_STRING,
    /** The capture itself failed. */
    INTERNAL
}
