package io.github.logtally.osgi.application;

import java.util.function.IntConsumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A bundle's class that logs to Log4j. */
public final class Log4jOrders implements IntConsumer {
    private static final Logger LOGGER = LogManager.getLogger();

    /** Made by the tests, by reflection. */
    public Log4jOrders() {}

    /** Logs so many orders. */
    @Override
    public void accept(int orders) {
        for (int i = 0; i < orders; i++) {
            LOGGER.info("Order {} placed", i);
        }
    }
}
