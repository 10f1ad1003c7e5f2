package io.github.logtally.log4j;

import io.github.logtally.spi.StatusReporter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/** Reports to Log4j's status logger, mistakes of the configuration as ERROR: the default status level shows no less. */
final class StatusLogReporter implements StatusReporter {
    private static final Logger STATUS = StatusLogger.getLogger();

    private final String appenderName;

    StatusLogReporter(String appenderName) {
        this.appenderName = appenderName;
    }

    @Override
    public void configurationProblem(String message) {
        report(Level.ERROR, message, null);
    }

    @Override
    public void warning(String message, @Nullable Throwable cause) {
        report(Level.WARN, message, cause);
    }

    private void report(Level level, String message, @Nullable Throwable cause) {
        STATUS.log(level, "Logtally '" + appenderName + "': " + message, cause);
    }
}
