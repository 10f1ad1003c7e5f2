package io.github.logtally.rules.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.acme.shop.OrderException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a small shop logs, written by Logback's own layout. */
final class ShopLog {
    static final String LAYOUT = "%d %-5level [%t] %logger - %msg%n";

    private static final String WEB = "com.acme.web.Dispatcher";
    private static final String SHOP = "com.acme.shop.Orders";
    private static final String POOL = "com.zaxxer.hikari.pool.HikariPool";

    private final LoggerContext context = new LoggerContext();
    private final PatternLayout layout = new PatternLayout();
    private final StringBuilder log = new StringBuilder();
    private long millis = Instant.parse("2026-01-01T12:00:00Z").toEpochMilli();

    private ShopLog() {
        layout.setContext(context);
        // The same date, wherever the test runs
        layout.setPattern(LAYOUT.replace("%d", "%d{\"yyyy-MM-dd HH:mm:ss,SSS\", UTC}"));
        layout.start();
    }

    /** The log, the same every time. */
    static String text() {
        ShopLog shop = new ShopLog();
        shop.log(Level.INFO, "com.acme.Shop", "Started Shop in 2.417 seconds (process running for 2.9)", null);
        String[] methods = {"GET", "GET", "POST", "GET", "PUT", "GET"};
        for (int i = 0; i < 12; i++) {
            String status = i % 5 == 4 ? "500" : "200";
            shop.log(
                    Level.INFO,
                    WEB,
                    "Request " + methods[i % methods.length] + " /orders/" + (100 + i * 7) + " took " + (3 + i * i)
                            + " ms status " + status,
                    null);
            shop.log(
                    Level.DEBUG,
                    SHOP,
                    "Order " + (100 + i * 7) + " placed by '" + (i % 2 == 0 ? "alice" : "bob") + "'",
                    null);
        }
        shop.log(Level.INFO, WEB, "Request GET /health took 0 ms status 200", null);
        shop.log(Level.WARN, WEB, "Request GET /orders/1 took n/a ms status 503", null);
        shop.log(Level.INFO, POOL, "shop - Pool stats (total=10, active=3, idle=7, waiting=0)", null);
        shop.log(Level.ERROR, SHOP, "Order 142 failed", failure());
        shop.log(Level.WARN, SHOP, "Retrying\nwith what is left:\n  142", null);
        shop.log(Level.ERROR, SHOP, "Order 149 failed", framed(new OrderException("out of stock")));
        for (String name : List.of("alice", "bob", "carol", "dave", "erin")) {
            shop.log(Level.INFO, SHOP, "User " + name + " signed in from 10.0.0." + name.length(), null);
        }
        return shop.log.toString();
    }

    private void log(Level level, String logger, String message, @Nullable Throwable thrown) {
        millis += 137;
        LoggingEvent event = new LoggingEvent("", context.getLogger(logger), level, message, thrown, null);
        event.setThreadName("worker-" + millis % 3);
        event.setInstant(Instant.ofEpochMilli(millis));
        event.setMDCPropertyMap(Map.of());
        log.append(layout.doLayout(event));
    }

    private static Throwable failure() {
        Throwable cause = framed(new SocketTimeoutException("Read timed out"));
        return framed(new IllegalStateException("bank does not answer", cause));
    }

    private static Throwable framed(Throwable thrown) {
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(SHOP, "place", "Orders.java", 42),
            new StackTraceElement(WEB, "handle", "Dispatcher.java", 17)
        });
        return thrown;
    }
}
