package io.github.logtally.rules;

import io.github.logtally.log4j.LogtallyAppender;
import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Rules on the loggers of Log4j: an appender on the root logger, and on each that passes nothing on to its parents.
 *
 * @param watch where the events go
 */
record Log4jAttachment(Watch<LogEvent> watch, Tap tap, LoggerContext context, List<LoggerConfig> loggers)
        implements Attachment {
    static Attachment to(LoggerContext context, Element appender) {
        Watch<LogEvent> watch = new Watch<>(appender, LogtallyAppender.eventReader());
        Tap tap = new Tap(watch);
        tap.start();
        List<LoggerConfig> loggers = new ArrayList<>();
        // Log4j's default configuration does not have its root logger among its loggers
        loggers.add(context.getConfiguration().getRootLogger());
        for (LoggerConfig logger : context.getConfiguration().getLoggers().values()) {
            if (!logger.isAdditive() && !loggers.contains(logger)) {
                loggers.add(logger);
            }
        }
        loggers.forEach(logger -> logger.addAppender(tap, null, null));
        context.updateLoggers();
        return new Log4jAttachment(watch, tap, context, loggers);
    }

    @Override
    public void detach() {
        loggers.forEach(logger -> logger.removeAppender(tap.getName()));
        context.updateLoggers();
        tap.stop();
    }

    /** Hands every event on. */
    static final class Tap extends AbstractAppender {
        private final Watch<LogEvent> watch;

        Tap(Watch<LogEvent> watch) {
            super("logtally-rules-test-" + System.identityHashCode(watch), null, null, false, Property.EMPTY_ARRAY);
            this.watch = watch;
        }

        @Override
        public void append(LogEvent event) {
            watch.accept(event);
        }
    }
}
