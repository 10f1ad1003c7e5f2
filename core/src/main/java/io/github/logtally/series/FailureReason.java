package io.github.logtally.series;

import java.util.Locale;

/** Why a rule could not count an event. */
public enum FailureReason {
    NOT_A_NUMBER,
    NOT_FINITE,
    NEGATIVE,
    MISSING,
    UNIT,
    REGEX_BUDGET,
    REGEX_STACK,
    TO_STRING,
    INTERNAL;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The value of the label {@code reason}. */
    public String label() {
        return label;
    }
}
