package io.github.logtally.logback;

import ch.qos.logback.core.spi.ContextAware;
import io.github.logtally.spi.StatusReporter;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Reports as warnings: an ERROR among the statuses of a configuration stops a Spring Boot application. */
final class LogbackStatusReporter implements StatusReporter {
    private final ContextAware origin;

    /** Reports that were lost since the last one that was not. */
    private final AtomicInteger lost = new AtomicInteger();

    LogbackStatusReporter(ContextAware origin) {
        this.origin = origin;
    }

    @Override
    public void configurationProblem(String message) {
        warning(message, null);
    }

    @Override
    public void warning(String message, @Nullable Throwable cause) {
        int before = lost.get();
        String text = before == 0 ? message : message + " (before it " + before + " that a status listener threw away)";
        try {
            if (cause == null) {
                origin.addWarn(text);
            } else {
                origin.addWarn(text, cause);
            }
            lost.addAndGet(-before);
        } catch (RuntimeException e) {
            // A status listener of the application threw: it must not reach who logs or scrapes, and nobody is left to
            // tell
            lost.incrementAndGet();
        }
    }
}
