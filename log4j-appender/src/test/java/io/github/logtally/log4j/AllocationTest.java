package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.impl.MutableLogEvent;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.ReusableMessageFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The logging thread's own counter of allocated bytes does not move while it logs. */
class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int EVENTS = 100_000;
    private static final String TEMPLATE = "Request {} {} took {} ms";

    /** The two ways in which events come. */
    enum Events {
        GARBAGE_FREE {
            @Override
            LogEvent event() {
                MutableLogEvent event = new MutableLogEvent();
                event.setLoggerName("com.acme.Shop");
                event.setLevel(Level.INFO);
                event.setMessage(ReusableMessageFactory.INSTANCE.newMessage(TEMPLATE, "GET", "/a", 5));
                return event;
            }
        },
        IMMUTABLE {
            @Override
            LogEvent event() {
                Message message = new ParameterizedMessage(TEMPLATE, "GET", "/a", 5);
                message.getFormattedMessage();
                return Log4jLogEvent.newBuilder()
                        .setLoggerName("com.acme.Shop")
                        .setLevel(Level.INFO)
                        .setMessage(message)
                        .build();
            }
        };

        abstract LogEvent event();
    }

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private LogtallyAppender appender = appender("16", "none", "");

    @AfterEach
    void stop() {
        appender.stop(1, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource
    void append_templateRule_allocatesNothing(Events events) {
        start("Request {method} {path} took {ms} ms", "method, path");

        assertThat(bytesPerEvent(events.event())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void append_textRule_allocatesNothing(Events events) {
        start("Request GET {path} took {ms} ms", "path");

        assertThat(bytesPerEvent(events.event())).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void append_noRuleMatches_allocatesNothing(Events events) {
        start("Order {id} placed", "id");

        assertThat(bytesPerEvent(events.event())).isZero();
    }

    @Test
    void append_fullBuffer_allocatesNothing() {
        startWith("16", "Request {method} {path} took {ms} ms", "method, path");

        assertThat(bytesPerEvent(Events.GARBAGE_FREE.event())).isZero();
    }

    private void start(String message, String labels) {
        startWith("64", message, labels);
    }

    /** With a small capacity all slots are soon there: they are made when they are first used. */
    private void startWith(String capacity, String message, String labels) {
        appender = appender(capacity, message, labels);
        appender.start();
    }

    private static LogtallyAppender appender(String capacity, String message, String labels) {
        return LogtallyAppender.newBuilder()
                .setName("allocation")
                .setElement(Element.of("Logtally")
                        .with("capacity", capacity)
                        .child(Element.of("Counter")
                                .with("name", "allocation_test_total")
                                .with("message", message)
                                .with("labels", labels)))
                .build();
    }

    /** Whole bytes: what the JVM itself allocates now and then is no byte an event. */
    private long bytesPerEvent(LogEvent event) {
        append(event, WARM_UP);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        append(event, EVENTS);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / EVENTS;
    }

    private void append(LogEvent event, int times) {
        for (int i = 0; i < times; i++) {
            appender.append(event);
        }
    }
}
