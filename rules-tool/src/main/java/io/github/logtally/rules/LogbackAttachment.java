package io.github.logtally.rules;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.logtally.logback.LogtallyAppender;
import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules on the loggers of Logback: an appender on the root logger, and on each that passes nothing on to its parents.
 *
 * @param watch where the events go
 */
record LogbackAttachment(Watch<ILoggingEvent> watch, Tap tap, List<Logger> loggers) implements Attachment {
    static Attachment to(LoggerContext context, Element appender) {
        Watch<ILoggingEvent> watch = new Watch<>(appender, LogtallyAppender.eventReader());
        Tap tap = new Tap(watch);
        tap.setContext(context);
        tap.setName("logtally-rules-test");
        tap.start();
        List<Logger> loggers = new ArrayList<>();
        for (Logger logger : context.getLoggerList()) {
            if (logger.getName().equals(Logger.ROOT_LOGGER_NAME) || !logger.isAdditive()) {
                logger.addAppender(tap);
                loggers.add(logger);
            }
        }
        return new LogbackAttachment(watch, tap, loggers);
    }

    @Override
    public void detach() {
        loggers.forEach(logger -> logger.detachAppender(tap));
        tap.stop();
    }

    /** Hands every event on. */
    static final class Tap extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private final Watch<ILoggingEvent> watch;

        Tap(Watch<ILoggingEvent> watch) {
            this.watch = watch;
        }

        /** Without the guard against events logged by another one's argument: it would hide them. */
        @Override
        public void doAppend(ILoggingEvent event) {
            append(event);
        }

        @Override
        protected void append(ILoggingEvent event) {
            watch.accept(event);
        }
    }
}
