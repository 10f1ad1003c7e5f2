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
 * The names of a metric. Two metrics clash if the client takes them for one, as it does with a counter {@code x_total}
 * and a gauge {@code x}, or if a name in what a scrape shows would be both's: a counter {@code x_total} and a gauge
 * {@code x_total}, a histogram {@code h} and a gauge {@code h_count}.
 *
 * @param prometheusName the name by which the client tells metrics apart
 * @param shown the names of its samples
 */
record ExposedNames(String prometheusName, Set<String> shown) {
    private static final List<String> ITSELF = List.of("");
    private static final List<String> COUNTER = List.of("_total");
    private static final List<String> HISTOGRAM = List.of("", "_bucket", "_count", "_sum");
    private static final List<String> GAUGE_HISTOGRAM = List.of("", "_bucket", "_gcount", "_gsum");
    private static final List<String> SUMMARY = List.of("", "_count", "_sum");
    private static final List<String> INFO = List.of("_info");

    /** What samples can have behind the name of their metric. */
    static final List<String> SUFFIXES =
            List.of("", "_total", "_bucket", "_count", "_sum", "_gcount", "_gsum", "_info");

    ExposedNames {
        shown = Collections.unmodifiableSet(shown);
    }

    static ExposedNames of(String prometheusName, MetricKind kind) {
        return of(
                prometheusName,
                switch (kind) {
                    case COUNTER -> COUNTER;
                    case GAUGE -> ITSELF;
                    case HISTOGRAM -> HISTOGRAM;
                    case SUMMARY -> SUMMARY;
                });
    }

    static ExposedNames of(MetricSnapshot snapshot) {
        List<String> suffixes = ITSELF;
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
        Set<String> shown = new LinkedHashSet<>();
        suffixes.forEach(suffix -> shown.add(prometheusName + suffix));
        return new ExposedNames(prometheusName, shown);
    }

    boolean clashWith(ExposedNames other) {
        return prometheusName.equals(other.prometheusName) || !Collections.disjoint(shown, other.shown);
    }

    /** Whether a filter of names asks for one of these. */
    boolean areIn(Predicate<String> included) {
        return included.test(prometheusName) || shown.stream().anyMatch(included);
    }
}
