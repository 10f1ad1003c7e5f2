package io.github.logtally.logback.contract;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the events that Logback hands to an appender that runs: while it is reconfigured there is none for some time, and
 * what is logged meanwhile is delivered to nobody.
 */
public final class DeliveredFilter extends Filter<ILoggingEvent> {
    private static final LongAdder DELIVERED = new LongAdder();

    /** Events since the JVM began. */
    static long delivered() {
        return DELIVERED.sum();
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        DELIVERED.increment();
        return FilterReply.NEUTRAL;
    }
}
