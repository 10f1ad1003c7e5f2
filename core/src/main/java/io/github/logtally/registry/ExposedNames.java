package io.github.logtally.registry;

import io.github.logtally.config.MetricKind;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names under which a metric stands in a scrape. Two metrics clash if they have one in common: a counter
 * {@code x_total} with a gauge {@code x_total}, a histogram {@code h} with a gauge {@code h_count}; and the client's own
 * name counts as one, since it takes a counter {@code x_total} and a gauge {@code x} for the same metric.
 *
 * @param prometheusName the name by which the client tells metrics apart
 * @param all all names, {@code prometheusName} among them
 */
record ExposedNames(String prometheusName, Set<String> all) {
    private static final List<String> NONE = List.of();
    private static final List<String> COUNTER = List.of("_total");
    private static final List<String> HISTOGRAM = List.of("_bucket", "_count", "_sum");
    private static final List<String> GAUGE_HISTOGRAM = List.of("_bucket", "_gcount", "_gsum");
    private static final List<String> SUMMARY = List.of("_count", "_sum");
    private static final List<String> INFO = List.of("_info");

    /** All that a metric can have behind its name. */
    static final List<String> SUFFIXES = List.of("_total", "_bucket", "_count", "_sum", "_gcount", "_gsum", "_info");

    ExposedNames {
        all = Collections.unmodifiableSet(all);
    }

    static ExposedNames of(String prometheusName, MetricKind kind) {
        return of(
                prometheusName,
                switch (kind) {
                    case COUNTER -> COUNTER;
                    case GAUGE -> NONE;
                    case HISTOGRAM -> HISTOGRAM;
                    case SUMMARY -> SUMMARY;
                });
    }

    static ExposedNames of(MetricSnapshot snapshot) {
        List<String> suffixes = NONE;
        if (snapshot instanceof CounterSnapshot) {
            suffixes = COUNTER;
        } else if (snapshot instanceof HistogramSnapshot histogram) {
            suffixes = histogram.isGaugeHistogram() ? GAUGE_HISTOGRAM : HISTOGRAM;
        } else if (snapshot instanceof SummarySnapshot) {
            suffixes = SUMMARY;
        } else if (snapshot instanceof InfoSnapshot) {
            suffixes = INFO;
        }
        return of(snapshot.getMetadata().getPrometheusName(), suffixes);
    }

    private static ExposedNames of(String prometheusName, List<String> suffixes) {
        Set<String> all = new LinkedHashSet<>();
        all.add(prometheusName);
        suffixes.forEach(suffix -> all.add(prometheusName + suffix));
        return new ExposedNames(prometheusName, all);
    }

    boolean clashWith(ExposedNames other) {
        return !Collections.disjoint(all, other.all);
    }

    /** Whether a filter of names asks for one of these. */
    boolean areIn(Predicate<String> included) {
        return all.stream().anyMatch(included);
    }
}
