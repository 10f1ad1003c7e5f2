package io.github.logtally.lifecycle;

import java.util.function.Supplier;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * An application that a container loads in a class loader of its own: counts with classes of its own in both frameworks,
 * as often as it is run, until it is closed.
 */
public final class WebApplication implements Runnable, AutoCloseable, Supplier<String> {
    /** A class that only this application has. */
    static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** An argument whose class only this application has. */
    private record Order(int id) {}

    private final LoggerContext log4j;
    private final ch.qos.logback.classic.LoggerContext logback;

    /**
     * Started by the container, by reflection.
     *
     * @param name what the names of its metrics begin with; those of its appenders are the same for all
     */
    public WebApplication(String name) {
        log4j = Log4j.start(
                "web-log4j",
                "<Counter name='" + name
                        + "_log4j_total' message='Order {order} failed' exception='*' labels='order, exception'/>");
        logback = Logback.start(
                "web-logback",
                // The thread that looks at rules files must end with the application, too
                "<rules>file:src/test/resources/no-rules.yaml</rules><rulesRefresh>100ms</rulesRefresh>"
                        + "<counter><name>" + name
                        + "_logback_total</name><message>Order {order} failed</message><exception>*</exception>"
                        + "<labels>order, exception</labels></counter>");
    }

    @Override
    public void run() {
        log4j.getLogger("web").error("Order {} failed", new Order(1), new Failed());
        logback.getLogger("web").error("Order {} failed", new Order(1), new Failed());
    }

    /** What the registry of this class loader shows. */
    @Override
    public String get() {
        return Exposition.text();
    }

    @Override
    public void close() {
        log4j.stop();
        logback.stop();
    }
}
