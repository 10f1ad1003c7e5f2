package io.github.logtally.osgi.application;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bundle's class that logs to Logback. */
public final class LogbackOrders implements IntConsumer {
    private static final Logger LOGGER = LoggerFactory.getLogger(LogbackOrders.class);

    /** Made by the tests, by reflection. */
    public LogbackOrders() {}

    /** Logs so many orders. */
    @Override
    public void accept(int orders) {
        for (int i = 0; i < orders; i++) {
            LOGGER.info("Order {} placed", i);
        }
    }
}
