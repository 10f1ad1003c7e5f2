package io.github.logtally.log4j.contract;

import java.util.concurrent.atomic.LongAdder;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.filter.AbstractFilter;

/** Counts the events that Log4j hands to an appender that runs. */
@Plugin(name = "Delivered", category = Node.CATEGORY, elementType = Filter.ELEMENT_TYPE)
public final class DeliveredFilter extends AbstractFilter {
    private static final LongAdder DELIVERED = new LongAdder();

    private DeliveredFilter() {}

    /** A filter that lets everything pass. */
    @PluginFactory
    public static DeliveredFilter create() {
        return new DeliveredFilter();
    }

    /** Events since the JVM began. */
    static long delivered() {
        return DELIVERED.sum();
    }

    @Override
    public Result filter(LogEvent event) {
        DELIVERED.increment();
        return Result.NEUTRAL;
    }
}
