package io.github.logtally.spi;

import org.jspecify.annotations.Nullable;

/**
 * The framework's own status channel. Never throws; may be called from the logging thread, the worker, scrapes, and the
 * thread that looks at rules files.
 */
public interface StatusReporter {
    /** A mistake in the configuration, shown at the framework's default status level, never stopping the application. */
    void configurationProblem(String message);

    /** Something that went wrong at run time. Callers throttle. */
    void warning(String message, @Nullable Throwable cause);

    /** Says nothing anywhere. */
    static StatusReporter silent() {
        return new StatusReporter() {
            @Override
            public void configurationProblem(String message) {}

            @Override
            public void warning(String message, @Nullable Throwable cause) {}
        };
    }
}
