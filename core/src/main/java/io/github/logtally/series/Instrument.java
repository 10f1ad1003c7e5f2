package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.prometheus.metrics.core.metrics.MetricWithFixedMetadata;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A metric of the Prometheus client, registered nowhere. The client's metrics may be collected by any thread while the
 * worker updates them; all else is under the turn.
 */
abstract class Instrument {
    private static final String TOTAL = "_total";

    /** The texts where they are no longer those the metric was built with. Written under the turn, read by scrapes. */
    private volatile @Nullable MetricMetadata metadata;

    /** The instrument of a definition; IllegalArgumentException if the client does not take its name or its labels. */
    static Instrument of(MetricDefinition definition) {
        return switch (definition.kind()) {
            case COUNTER -> new CounterInstrument(definition);
            case GAUGE -> new GaugeInstrument(definition);
            case HISTOGRAM -> DistributionInstrument.histogram(definition);
            case SUMMARY -> DistributionInstrument.summary(definition);
        };
    }

    /** A new series at zero, with its data point. */
    abstract Series create(LabelValues key, String[] labels);

    /** Removes a series' data point; the series must not be updated any more. */
    abstract void remove(Series series);

    /** All data points there are. Any thread. */
    abstract MetricSnapshot collect();

    /** The texts of the metric from now on. */
    void describe(MetricDefinition definition) {
        MetricMetadata built = collect().getMetadata();
        metadata = new MetricMetadata(built.getName(), definition.help(), unit(definition));
    }

    /** What a scrape shows, or null while there is nothing to show. Any thread. */
    @Nullable
    MetricSnapshot snapshot() {
        MetricSnapshot snapshot = collect();
        if (snapshot.getDataPoints().isEmpty()) {
            return null;
        }
        MetricMetadata described = metadata;
        return described == null ? snapshot : describedBy(described, snapshot);
    }

    /** Sets on a builder what all kinds have. */
    static void describe(MetricWithFixedMetadata.Builder<?, ?> builder, MetricDefinition definition) {
        builder.name(definition.name());
        builder.help(definition.help());
        builder.labelNames(definition.labelNames().toArray(String[]::new));
        Unit unit = unit(definition);
        if (unit != null) {
            builder.unit(unit);
        }
    }

    /** The unit for the metadata. The client insists that a name ends with it, and the name is the user's: else none. */
    private static @Nullable Unit unit(MetricDefinition definition) {
        String name = definition.name();
        String base = name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
        String unit = definition.unit();
        return unit != null && PrometheusNaming.isValidUnitName(unit) && base.endsWith("_" + unit)
                ? new Unit(unit)
                : null;
    }

    private static MetricSnapshot describedBy(MetricMetadata metadata, MetricSnapshot snapshot) {
        if (snapshot instanceof CounterSnapshot counter) {
            return new CounterSnapshot(metadata, counter.getDataPoints());
        } else if (snapshot instanceof GaugeSnapshot gauge) {
            return new GaugeSnapshot(metadata, gauge.getDataPoints());
        } else if (snapshot instanceof HistogramSnapshot histogram) {
            return new HistogramSnapshot(metadata, histogram.getDataPoints());
        } else if (snapshot instanceof SummarySnapshot summary) {
            return new SummarySnapshot(metadata, summary.getDataPoints());
        }
        return snapshot;
    }
}
