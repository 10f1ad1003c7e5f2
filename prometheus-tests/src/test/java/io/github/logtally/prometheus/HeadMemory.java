package io.github.logtally.prometheus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures, and prints, the memory that Prometheus takes for a series of each kind: the heap that is live after many instances
 * were scraped until each series has filled its first chunk, less the same with instances that show nothing.
 */
public final class HeadMemory {
    private static final int SERIES = 100;
    private static final int SAMPLES = 130;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private HeadMemory() {}

    public static void main(String[] arguments) throws IOException {
        ScheduledExecutorService traffic = Executors.newSingleThreadScheduledExecutor();
        try (CostApplication application = new CostApplication()) {
            application.count(0, SERIES);
            application.observe("observe", 0, SERIES);
            application.observe("native", 0, SERIES);
            Random random = new Random(1);
            var unused = traffic.scheduleAtFixedRate(
                    () -> {
                        for (int i = 0; i < SERIES; i++) {
                            application.touch(i, random);
                        }
                    },
                    0,
                    250,
                    TimeUnit.MILLISECONDS);
            System.out.println(
                    "| Kind | instances | series in Prometheus | bytes of live heap for one | for all of one series |");
            print(application, "counter", "http_requests_total", 200, 1);
            print(application, "classic histogram", "http_request_duration_seconds", 20, 14);
            print(application, "native histogram", "http_request_native_seconds", 200, 1);
        } finally {
            traffic.shutdownNow();
        }
    }

    private static void print(CostApplication application, String kind, String metric, int instances, int samples)
            throws IOException {
        double without = liveHeap(application, "none", instances);
        double with = liveHeap(application, metric, instances);
        double series = (double) instances * SERIES * samples;
        double bytes = (with - without) / series;
        System.out.println(String.format(
                Locale.ROOT, "| %s | %d | %.0f | %.0f | %.0f |", kind, instances, series, bytes, bytes * samples));
    }

    private static double liveHeap(CostApplication application, String metric, int instances) throws IOException {
        Path directory = Files.createTempDirectory("head-memory");
        Files.writeString(directory.resolve("prometheus.yml"), configuration(application.port(), metric, instances));
        try (PrometheusServer prometheus = PrometheusServer.start(directory)) {
            PrometheusApi api = new PrometheusApi(prometheus.address(), PATIENCE);
            api.await(
                    "min(count_over_time(up[1h])) >= " + SAMPLES + " and count(up) == " + instances,
                    samples -> !samples.isEmpty());
            // The page makes Go collect its garbage first
            api.page("/debug/pprof/heap?gc=1");
            return api.page("/metrics")
                    .lines()
                    .filter(line -> line.startsWith("go_memstats_heap_alloc_bytes "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One application, scraped as many. */
    private static String configuration(int port, String metric, int instances) {
        StringBuilder text = new StringBuilder(
                """
                global:
                  scrape_interval: 250ms
                  scrape_timeout: 250ms
                scrape_configs:
                  - job_name: fleet
                    params:
                      "name[]": [%s]
                    static_configs:
                """
                        .formatted(metric));
        for (int i = 0; i < instances; i++) {
            text.append("      - targets: [localhost:")
                    .append(port)
                    .append("]\n        labels: {instance: host-")
                    .append(1_000 + i)
                    .append("}\n");
        }
        return text.toString();
    }
}
