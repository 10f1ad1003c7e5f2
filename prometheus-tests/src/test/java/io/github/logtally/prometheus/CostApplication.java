package io.github.logtally.prometheus;

import io.github.logtally.Logtally;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * An application whose metrics have any number of series of each kind, all with two labels and about a hundred typical values:
 * {@code cost.xml}. One thread.
 */
final class CostApplication implements AutoCloseable {
    private static final int VALUES = 100;

    private static final int SERIES_AT_ONCE = 20;

    /** What a histogram's series is fed with: latencies around 100 ms. */
    private static final double TYPICAL_SECONDS = 0.1;

    private static final double SPREAD = 0.7;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Logger log;
    private final HTTPServer server;

    CostApplication() throws IOException {
        Configurator.initialize("cost", "cost.xml");
        log = LogManager.getLogger(CostApplication.class);
        server = HTTPServer.builder().port(0).buildAndStart();
    }

    /** The port of its metrics. */
    int port() {
        return server.getPort();
    }

    /** Counts in series with these numbers. */
    void count(int from, int to) {
        for (int i = from; i < to; i++) {
            String path = path(i);
            int times = new Random(i).nextInt(2 * VALUES);
            for (int value = 0; value < times; value++) {
                log.info("count {} {}", "GET", path);
            }
            flushSometimes(i);
        }
        flush();
    }

    /** The same with an exemplar each. */
    void trace(int from, int to) {
        for (int i = from; i < to; i++) {
            Random random = new Random(i);
            ThreadContext.put("trace_id", String.format("%016x%016x", random.nextLong(), random.nextLong()));
            ThreadContext.put("span_id", String.format("%016x", random.nextLong()));
            String path = path(i);
            log.info("trace {} {}", "GET", path);
            flushSometimes(i);
        }
        flush();
        ThreadContext.clearMap();
    }

    /** Observes values in series with these numbers: {@code observe}, {@code native} or {@code summarize}. */
    void observe(String how, int from, int to) {
        for (int i = from; i < to; i++) {
            String path = path(i);
            Random random = new Random(i);
            for (int value = 0; value < VALUES; value++) {
                log.info("{} {} {} {}", how, "GET", path, seconds(random));
            }
            flushSometimes(i);
        }
        flush();
    }

    /** One more value for a series of each kind. */
    void touch(int number, Random random) {
        String path = path(number);
        log.info("count {} {}", "GET", path);
        log.info("observe {} {} {}", "GET", path, seconds(random));
        log.info("native {} {} {}", "GET", path, seconds(random));
    }

    @Override
    public void close() {
        server.close();
    }

    private static double seconds(Random random) {
        return TYPICAL_SECONDS * Math.exp(SPREAD * random.nextGaussian());
    }

    private static String path(int number) {
        return "/orders/" + (1_000 + number);
    }

    /** Before as many events wait as one thread alone can have in the buffer. */
    private static void flushSometimes(int series) {
        if (series % SERIES_AT_ONCE == 0) {
            flush();
        }
    }

    private static void flush() {
        if (!Logtally.flush(PATIENCE)) {
            throw new AssertionError("not counted within " + PATIENCE);
        }
    }
}
