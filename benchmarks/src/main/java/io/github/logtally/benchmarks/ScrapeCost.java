package io.github.logtally.benchmarks;

import io.github.logtally.Logtally;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Time of a text scrape and heap a series, of Logtally and of the bare client with the same counters. */
final class ScrapeCost {
    private static final int METHODS = WorkerThroughput.METHODS;

    private ScrapeCost() {}

    /** LOGTALLY or CLIENT, and how many series. */
    public static void main(String[] arguments) {
        String subject = arguments[0] + "/" + arguments[1];
        int series = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("CLIENT")) {
            Counter counter = Counter.builder()
                    .name(Rule.REQUESTS)
                    .labelNames("method", "status")
                    .withoutExemplars()
                    .register(PrometheusRegistry.defaultRegistry);
            count(counter, METHODS);
            measure(subject, series, () -> count(counter, series));
        } else {
            try (Calls calls = Framework.LOGBACK.open(Peer.LOGTALLY, List.of(Rule.request(String.valueOf(series))))) {
                // The slots of the buffer are made when they are first used, and are not the memory of series
                log(calls, Calls.CAPACITY, METHODS);
                measure(subject, series, () -> log(calls, series, series));
            }
        }
    }

    private static void count(Counter counter, int series) {
        for (int i = 0; i < series; i++) {
            String status = Values.status(i, series / METHODS).toString();
            counter.labelValues(Values.method(i), status).inc();
        }
    }

    private static void log(Calls calls, int events, int series) {
        for (int i = 0; i < events; i++) {
            calls.request(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, series / METHODS));
            if (i % (Calls.CAPACITY / 4) == 0) {
                Logtally.flush(Duration.ofSeconds(10));
            }
        }
        Logtally.flush(Duration.ofSeconds(10));
    }

    private static void measure(String subject, int series, Runnable fill) {
        TextScrape scrape = new TextScrape();
        scrape.millis();
        double before = Heap.afterCollection();
        fill.run();
        double more = Heap.afterCollection() - before;
        Figure.print("series bytes", subject, "B", more * 1e6 / series);
        double[] millis = new double[Math.max(20, 600_000 / series)];
        for (int warm = 0; warm < 2; warm++) {
            for (int i = 0; i < millis.length; i++) {
                millis[i] = scrape.millis();
            }
        }
        Arrays.sort(millis);
        Figure.print("scrape", subject, "ms", millis[millis.length / 2]);
    }
}
