package io.github.logtally.spi;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The framework's own status channel. Never throws; may be called from the logging thread, the worker, scrapes, and the
 * thread that looks at rules files.
 */
@ConsumerType
public interface StatusReporter {
    /**
     * A mistake in the configuration, shown at the framework's default status level, never stopping the application.
     *
     * @param message what is wrong, and how to mend it, in one line
     */
    void configurationProblem(String message);

    /**
     * Something that went wrong at run time. Callers throttle.
     *
     * @param message what went wrong, in one line
     * @param cause what was thrown, or null
     */
    void warning(String message, @Nullable Throwable cause);

    /**
     * Says nothing anywhere.
     *
     * @return a reporter for those who have no status channel
     */
    static StatusReporter silent() {
        return new StatusReporter() {
            @Override
            public void configurationProblem(String message) {}

            @Override
            public void warning(String message, @Nullable Throwable cause) {}
        };
    }
}
