package io.github.logtally.registry;

import java.util.Locale;

/** Why an accepted event was not evaluated. */
public enum DropReason {
    /** The buffer was full and this was the oldest event. */
    BUFFER_FULL,
    /** The time to finish was over when the appender stopped. */
    SHUTDOWN;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The value of the label {@code reason}. */
    public String label() {
        return label;
    }
}
