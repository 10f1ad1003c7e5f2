package io.github.logtally.benchmarks;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write by hand for the rule {@link Rule#request}. Any thread. */
final class HandWritten {
    private static final Pattern REQUEST =
            Pattern.compile("Request (?<method>\\S+) (?<path>\\S+) took (?<ms>\\d+) ms status (?<status>\\d+)");

    private final Counter requests = Counter.builder()
            .name("hand_requests_total")
            .help("Requests")
            .labelNames("method", "status")
            .withoutExemplars()
            .register(PrometheusRegistry.defaultRegistry);
    private final CountDownLatch open = new CountDownLatch(1);

    HandWritten() {
        if (!Boolean.getBoolean("stalled")) {
            open.countDown();
        }
    }

    void count(String message) {
        awaitOpen();
        Matcher request = REQUEST.matcher(message);
        if (request.matches()) {
            requests.labelValues(request.group("method"), request.group("status"))
                    .inc();
        }
    }

    /** With {@code -Dstalled=true} the queue before it is never worked off. */
    private void awaitOpen() {
        if (open.getCount() > 0) {
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void release() {
        open.countDown();
    }
}
