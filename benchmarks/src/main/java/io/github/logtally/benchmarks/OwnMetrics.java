package io.github.logtally.benchmarks;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** What Logtally says of itself in a scrape. */
final class OwnMetrics {
    private OwnMetrics() {}

    /** The sum over all series of a counter, but for those of {@link Turn}; its name without {@code _total}. */
    static double total(String counter) {
        double sum = 0;
        for (MetricSnapshot metric : PrometheusRegistry.defaultRegistry.scrape(counter::equals)) {
            for (DataPointSnapshot point : metric.getDataPoints()) {
                if (metric instanceof CounterSnapshot && point instanceof CounterDataPointSnapshot value) {
                    String appender = value.getLabels().get("appender");
                    sum += "holder".equals(appender) || "clashing".equals(appender) ? 0 : value.getValue();
                }
            }
        }
        return sum;
    }

    /** Processed and dropped events for the log of a run: a figure of a run that dropped most of its events is another figure. */
    static String summary() {
        return "accepted=%.0f processed=%.0f dropped=%.0f"
                .formatted(
                        total("logtally_events_accepted"),
                        total("logtally_events_processed"),
                        total("logtally_events_dropped"));
    }
}
