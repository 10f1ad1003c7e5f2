package io.github.logtally.benchmarks;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.github.logtally.Logtally;
import io.github.logtally.logback.Counter;
import io.github.logtally.logback.LogtallyAppender;
import java.time.Duration;

/** The heap after many more label values than the bound allows, and after a time in which the worker stood still. */
final class Memory {
    private static final int BOUND = 10_000;
    private static final int VALUES = 1_000_000;

    private Memory() {}

    public static void main(String[] arguments) {
        int events = Integer.getInteger("events", 10_000_000);
        LoggerContext context = new LoggerContext();
        LogtallyAppender appender = new LogtallyAppender();
        Counter counter = new Counter();
        counter.setName("bench_users_total");
        counter.setMessage("User {user} came");
        counter.setLabels("user");
        counter.setMaxSeries(String.valueOf(BOUND));
        appender.addCounter(counter);
        appender.setContext(context);
        appender.setName("memory");
        appender.start();
        Logger logger = context.getLogger("com.acme.shop.Users");
        logger.setLevel(Level.INFO);
        logger.addAppender(appender);

        // The slots of the buffer are made when they are first used
        Turn.hold(() -> come(logger, Calls.CAPACITY));
        log(logger, 2 * BOUND);
        Figure.print("heap", "at the bound", "MB", Heap.afterCollection());
        log(logger, events);
        Figure.print("heap", "after 10 M events", "MB", Heap.afterCollection());
        Turn.hold(() -> {
            come(logger, events);
            Figure.print("heap", "worker stalled", "MB", Heap.afterCollection());
        });
        Logtally.flush(Duration.ofSeconds(10));
        Figure.print("heap", "after the stall", "MB", Heap.afterCollection());
        System.out.println(OwnMetrics.summary());
        context.stop();
    }

    private static void come(Logger logger, int events) {
        for (int i = 0; i < events; i++) {
            logger.info("User {} came", i % VALUES);
        }
    }

    private static void log(Logger logger, int events) {
        for (int i = 0; i < events; i++) {
            logger.info("User {} came", i % VALUES);
            if (i % 2000 == 0) {
                Logtally.flush(Duration.ofSeconds(10));
            }
        }
        Logtally.flush(Duration.ofSeconds(10));
    }
}
