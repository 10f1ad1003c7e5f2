package io.github.logtally.lifecycle;

import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * A program that logs through both frameworks and ends. A hook of its own writes into a file what a scrape shows when both
 * have stopped, and how long that took, in a comment.
 */
public final class Program {
    private static final int EVENTS = 3_000;

    /** Takes time quadratic in a text that it does not match, and names no text that one could look for instead. */
    private static final String SLOW_REGEX = ".*.*[=;].*";

    /** Long enough for the rule {@code slow} to need some time for each, but less than a scrape waits for. */
    private static final String LONG_TEXT = "x".repeat(150);

    private static final CountDownLatch LOG4J_STOPPED = new CountDownLatch(1);
    private static final CountDownLatch LOGBACK_STOPPED = new CountDownLatch(1);

    private final LoggerContext log4j;
    private final ch.qos.logback.classic.LoggerContext logback;

    private Program(String rule, String shutdownHook) {
        String settings = rule.equals("slow") ? "regex" : "contains";
        String value = rule.equals("slow") ? SLOW_REGEX : "x";
        log4j = Log4j.start(
                "program-log4j",
                "<Counter name='program_log4j_total'/><Counter name='program_log4j_slow_total' regexBudget='1000000000' "
                        + settings + "='" + value + "'/>");
        logback = Logback.start(
                "program-logback",
                "<counter><name>program_logback_total</name></counter><counter><name>program_logback_slow_total</name>"
                        + "<regexBudget>1000000000</regexBudget><" + settings + ">" + value + "</" + settings
                        + "></counter>",
                shutdownHook);
        log4j.addShutdownListener(context -> LOG4J_STOPPED.countDown());
        logback.addListener(new StopListener(LOGBACK_STOPPED::countDown));
    }

    /** The first argument is the case, the second the file. */
    public static void main(String[] arguments) {
        Path file = Path.of(arguments[1]);
        String hook = "<shutdownHook class='ch.qos.logback.core.hook.DefaultShutdownHook'/>";
        switch (arguments[0]) {
            case "log4j-first" -> {
                String late = "<shutdownHook class='" + LateHook.class.getName() + "'/>";
                new Program("quick", late).exit(file);
            }
            case "logback-first" -> {
                System.setProperty("log4j.shutdownCallbackRegistry", LateRegistry.class.getName());
                new Program("quick", hook).exit(file);
            }
            case "never" -> {
                System.setProperty("log4j.shutdownHookEnabled", "false");
                new Program("quick", "").returnFromMain(file);
            }
            case "hanging" -> {
                Program program = new Program("quick", hook);
                program.hang();
                program.exit(file);
            }
            case "slow" -> new Program("slow", hook).exit(file);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static void awaitLog4jStopped() {
        await(LOG4J_STOPPED);
    }

    static void awaitLogbackStopped() {
        await(LOGBACK_STOPPED);
    }

    private void log() {
        for (int i = 0; i < EVENTS; i++) {
            log4j.getLogger("program").info(LONG_TEXT);
            logback.getLogger("program").info(LONG_TEXT);
        }
    }

    private void exit(Path file) {
        log();
        long start = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitLog4jStopped();
            awaitLogbackStopped();
            write(file, start);
        }));
        System.exit(0);
    }

    /** Nobody stops the frameworks: the JVM ends because there is nothing left to do. */
    private void returnFromMain(Path file) {
        log();
        long start = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Logtally.flush(Duration.ofSeconds(30));
            write(file, start);
        }));
    }

    /** Threads that stand still in our capture and in a scrape, for ever. */
    private void hang() {
        CountDownLatch hanging = new CountDownLatch(2);
        Object argument = new Object() {
            @Override
            public String toString() {
                hanging.countDown();
                return standStill("");
            }
        };
        // Log4j makes the text of its messages itself; the rules of Logback's appender ask for this one's
        daemon(() -> logback.getLogger("program").info("Order {}", argument));
        Collector collector = new Collector() {
            @Override
            public MetricSnapshot collect() {
                hanging.countDown();
                return standStill(GaugeSnapshot.builder().name("hanging").build());
            }
        };
        PrometheusRegistry.defaultRegistry.register(collector);
        daemon(PrometheusRegistry.defaultRegistry::scrape);
        await(hanging);
        PrometheusRegistry.defaultRegistry.unregister(collector);
    }

    private static <T> T standStill(T never) {
        await(new CountDownLatch(1));
        return never;
    }

    private static void daemon(Runnable action) {
        Thread thread = new Thread(action);
        thread.setDaemon(true);
        thread.start();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, long start) {
        long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        try {
            Files.writeString(file, "# took " + took + "\n" + Exposition.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
