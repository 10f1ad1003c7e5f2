package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The logging thread's own counter of allocated bytes does not move while it logs. */
class AllocationTest {
    private static final int WARM_UP = 20_000;
    private static final int EVENTS = 100_000;
    private static final String TEMPLATE = "Request {} {} took {} ms";

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final LoggerContext context = new LoggerContext();
    private final LogtallyAppender appender = new LogtallyAppender();

    @AfterEach
    void stop() {
        appender.stop();
        context.stop();
    }

    @Test
    void doAppend_templateRule_allocatesNothing() {
        start("Request {method} {path} took {ms} ms", "method, path");

        assertThat(bytesPerEvent(event(TEMPLATE, "GET", "/a", 5))).isZero();
    }

    @Test
    void doAppend_textRuleOnARenderedMessage_allocatesNothing() {
        start("Request GET {path} took {ms} ms", "path");

        assertThat(bytesPerEvent(event(TEMPLATE, "GET", "/a", 5))).isZero();
    }

    @Test
    void doAppend_noRuleMatches_allocatesNothing() {
        start("Order {id} placed", "id");

        assertThat(bytesPerEvent(event(TEMPLATE, "GET", "/a", 5))).isZero();
    }

    @Test
    void doAppend_fullBuffer_allocatesNothing() {
        startWith("16", "Request {method} {path} took {ms} ms", "method, path");

        assertThat(bytesPerEvent(event(TEMPLATE, "GET", "/a", 5))).isZero();
    }

    private void start(String message, String labels) {
        startWith("64", message, labels);
    }

    /** With a small capacity all slots are soon there: they are made when they are first used. */
    private void startWith(String capacity, String message, String labels) {
        appender.setCapacity(capacity);
        Counter counter = new Counter();
        counter.setName("allocation_test_total");
        counter.setMessage(message);
        counter.setLabels(labels);
        appender.setContext(context);
        appender.setName("allocation");
        appender.addCounter(counter);
        appender.start();
    }

    private LoggingEvent event(String template, @Nullable Object... arguments) {
        Logger logger = context.getLogger("com.acme.Shop");
        LoggingEvent event = new LoggingEvent("fqcn", logger, Level.INFO, template, null, arguments);
        event.getFormattedMessage();
        return event;
    }

    /** Whole bytes: what the JVM itself allocates now and then is no byte an event. */
    private long bytesPerEvent(LoggingEvent event) {
        append(event, WARM_UP);
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        append(event, EVENTS);
        return (threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before) / EVENTS;
    }

    private void append(LoggingEvent event, int times) {
        for (int i = 0; i < times; i++) {
            appender.doAppend(event);
        }
    }
}
