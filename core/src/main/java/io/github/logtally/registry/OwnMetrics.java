package io.github.logtally.registry;

import io.github.logtally.config.MetricKind;
import io.github.logtally.series.FailureReason;
import io.github.logtally.series.Family;
import io.github.logtally.series.RuleAccount;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Logtally's metrics about itself. {@link #read} copies the numbers under the turn, {@link #snapshot} makes of them what
 * a scrape shows, on any thread.
 */
final class OwnMetrics {
    private static final double NANOS_PER_SECOND = 1e9;

    /** One of the metrics. */
    enum Own {
        ACCEPTED("events_accepted", MetricKind.COUNTER, "Events that a rule could take"),
        PROCESSED("events_processed", MetricKind.COUNTER, "Events that the rules were applied to"),
        DROPPED("events_dropped", MetricKind.COUNTER, "Accepted events that were lost"),
        TRUNCATED("events_truncated", MetricKind.COUNTER, "Events whose message was cut"),
        WAITING("buffer_events", MetricKind.GAUGE, "Events waiting for the worker"),
        CAPACITY("buffer_capacity", MetricKind.GAUGE, "Events that can wait"),
        MATCHES("rule_matches", MetricKind.COUNTER, "Events that met a rule's conditions"),
        FAILURES("rule_failures", MetricKind.COUNTER, "Events that a rule could not count"),
        SERIES("series", MetricKind.GAUGE, "Series of a metric"),
        OVERFLOWS("label_overflows", MetricKind.COUNTER, "Events that passed a bound on series or label values"),
        REFUSED(
                "rules_refused",
                MetricKind.GAUGE,
                "Rules that do not run because of a mistake or a name that is taken"),
        BUSY("worker_busy_seconds", MetricKind.COUNTER, "Time the worker spent on events");

        private final String prometheusName;
        private final MetricKind kind;
        private final String help;

        Own(String name, MetricKind kind, String help) {
            this.prometheusName = "logtally_" + name;
            this.kind = kind;
            this.help = help;
        }

        ExposedNames names() {
            return ExposedNames.of(prometheusName, kind);
        }
    }

    private final Map<Own, List<Point>> points = new EnumMap<>(Own.class);

    private OwnMetrics() {}

    /** Nothing. */
    static OwnMetrics none() {
        return new OwnMetrics();
    }

    /** The numbers of all accounts now. Under the turn. */
    static OwnMetrics read(Collection<Account> accounts, Function<String, @Nullable Family> families) {
        OwnMetrics metrics = new OwnMetrics();
        for (Account account : accounts) {
            metrics.read(account, families);
        }
        return metrics;
    }

    private void read(Account account, Function<String, @Nullable Family> families) {
        String appender = account.appender();
        add(Own.ACCEPTED, account.accepted(), appender);
        add(Own.PROCESSED, account.processed(), appender);
        for (DropReason reason : DropReason.values()) {
            add(Own.DROPPED, account.dropped(reason), appender, "reason", reason.label());
        }
        add(Own.TRUNCATED, account.truncated(), appender);
        add(Own.WAITING, account.waiting(), appender);
        add(Own.CAPACITY, account.capacity(), appender);
        add(Own.BUSY, (double) account.busyNanos() / NANOS_PER_SECOND, appender);
        account.rules().forEach((metric, rule) -> read(appender, metric, rule, families.apply(metric)));
    }

    private void read(String appender, String metric, RuleAccount rule, @Nullable Family family) {
        add(Own.MATCHES, rule.matches(), appender, "metric", metric);
        for (FailureReason reason : FailureReason.values()) {
            add(Own.FAILURES, rule.failures(reason), appender, "metric", metric, "reason", reason.label());
        }
        if (family != null) {
            add(Own.SERIES, family.seriesCount(), appender, "metric", metric);
        }
        for (String label : rule.overflowLabels()) {
            add(Own.OVERFLOWS, rule.overflows(label), appender, "metric", metric, "label", label);
        }
    }

    private void add(Own own, long value, String appender, String... labels) {
        add(own, (double) value, appender, labels);
    }

    private void add(Own own, double value, String appender, String... labels) {
        points.computeIfAbsent(own, key -> new ArrayList<>()).add(new Point(value, appender, List.of(labels)));
    }

    /** What a scrape shows of a metric, or null if it has no series. Any thread. */
    @Nullable
    MetricSnapshot snapshot(Own own) {
        List<Point> read = points.get(own);
        return read == null ? null : snapshot(own, read);
    }

    /** {@link Own#REFUSED}, which is not the same in all registries. */
    static @Nullable MetricSnapshot refused(Map<String, Integer> byAppender) {
        if (byAppender.isEmpty()) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        byAppender.forEach((appender, refused) -> points.add(new Point(refused, appender, List.of())));
        return snapshot(Own.REFUSED, points);
    }

    private static MetricSnapshot snapshot(Own own, List<Point> points) {
        MetricMetadata metadata = new MetricMetadata(own.prometheusName, own.help);
        return own.kind == MetricKind.COUNTER
                ? new CounterSnapshot(
                        metadata, points.stream().map(Point::counter).toList())
                : new GaugeSnapshot(metadata, points.stream().map(Point::gauge).toList());
    }

    /** A number and its labels: the appender, and names and values in turn. */
    private record Point(double value, String appender, List<String> labels) {
        CounterDataPointSnapshot counter() {
            return CounterDataPointSnapshot.builder()
                    .value(value)
                    .labels(allLabels())
                    .build();
        }

        GaugeDataPointSnapshot gauge() {
            return GaugeDataPointSnapshot.builder()
                    .value(value)
                    .labels(allLabels())
                    .build();
        }

        private Labels allLabels() {
            return Labels.of("appender", appender).merge(Labels.of(labels.toArray(String[]::new)));
        }
    }
}
