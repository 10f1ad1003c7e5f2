package io.github.logtally.log4j;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.impl.DefaultLogEventFactory;
import org.apache.logging.log4j.message.MessageFactory;
import org.apache.logging.log4j.message.ParameterizedMessageFactory;
import org.jspecify.annotations.Nullable;

/** The ways in which an event comes to an appender; each has its own classes of events and messages. */
enum LoggingMode {
    /** Garbage-free, on the thread that logs. */
    SYNC,
    /** The same with the event class of web applications, but reused messages. */
    SYNC_PLAIN_EVENTS,
    /** As web applications log: nothing is reused. */
    SYNC_PLAIN_MESSAGES,
    /** {@code <AsyncRoot>}. */
    MIXED_ASYNC,
    /** All loggers asynchronous. */
    ALL_ASYNC,
    /** All loggers asynchronous, in a web application. */
    ALL_ASYNC_PLAIN_MESSAGES,
    /** Behind {@code <Async>}. */
    BEHIND_ASYNC_APPENDER;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Logs with {@code statement} to the logger {@code com.acme.Shop}, and gives what {@code reading} gives in the appender. */
    <T extends @Nullable Object> T read(Consumer<Logger> statement, Function<LogEvent, T> reading) {
        Capture<T> capture = new Capture<>(reading);
        try (LoggerContext context = this == ALL_ASYNC || this == ALL_ASYNC_PLAIN_MESSAGES
                ? new AsyncLoggerContext(name())
                : new LoggerContext(name())) {
            context.start(configuration(context, capture));
            statement.accept(context.getLogger("com.acme.Shop", messageFactory()));
            return capture.await();
        }
    }

    private @Nullable MessageFactory messageFactory() {
        return this == SYNC_PLAIN_MESSAGES || this == ALL_ASYNC_PLAIN_MESSAGES
                ? ParameterizedMessageFactory.INSTANCE
                : null;
    }

    private Configuration configuration(LoggerContext context, Capture<?> capture) {
        String root = this == MIXED_ASYNC ? "AsyncRoot" : "Root";
        boolean behind = this == BEHIND_ASYNC_APPENDER;
        Configuration configuration = Configurations.ofXml(
                context,
                "<Appenders>" + (behind ? "<Async name='async'><AppenderRef ref='capture'/></Async>" : "")
                        + "</Appenders><Loggers><" + root + " level='ALL'>"
                        + (behind ? "<AppenderRef ref='async'/>" : "") + "</" + root + "></Loggers>");
        configuration.initialize();
        capture.start();
        configuration.addAppender(capture);
        LoggerConfig rootLogger = configuration.getRootLogger();
        if (!behind) {
            rootLogger.addAppender(capture, null, null);
        }
        if (this == SYNC_PLAIN_EVENTS || this == SYNC_PLAIN_MESSAGES) {
            rootLogger.setLogEventFactory(new DefaultLogEventFactory());
        }
        return configuration;
    }

    private static final class Capture<T extends @Nullable Object> extends AbstractAppender {
        private final Function<LogEvent, T> reading;
        private final BlockingQueue<Optional<T>> results = new LinkedBlockingQueue<>();
        private volatile @Nullable RuntimeException thrown;

        Capture(Function<LogEvent, T> reading) {
            super("capture", null, null, true, Property.EMPTY_ARRAY);
            this.reading = reading;
        }

        @Override
        public void append(LogEvent event) {
            try {
                results.add(Optional.ofNullable(reading.apply(event)));
            } catch (RuntimeException e) {
                thrown = e;
                results.add(Optional.empty());
            }
        }

        T await() {
            try {
                Optional<T> result = results.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                if (result == null) {
                    throw new AssertionError("no event came");
                }
                if (thrown != null) {
                    throw thrown;
                }
                return result.orElse(null);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
