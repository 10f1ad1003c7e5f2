package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.prometheus.metrics.core.metrics.MetricWithFixedMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.PrometheusNaming;
import io.prometheus.metrics.model.snapshots.Unit;

/**
 * A metric of the Prometheus client, registered nowhere. The client's metrics may be collected by any thread while the
 * worker updates them; all else is under the turn.
 */
abstract class Instrument {
    private static final String TOTAL = "_total";

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

    /** What is to be exposed now; without data points if there is nothing. Any thread. */
    abstract MetricSnapshot collect();

    /** Sets what all kinds have. The builder is changed and need not be taken from the result. */
    static <B extends MetricWithFixedMetadata.Builder<B, ?>> B describe(B builder, MetricDefinition definition) {
        builder.name(definition.name());
        builder.help(definition.help());
        builder.labelNames(definition.labelNames().toArray(String[]::new));
        String unit = definition.unit();
        // The client appends a unit that the name does not end with; the name is to stay as the user wrote it
        if (unit != null
                && PrometheusNaming.isValidUnitName(unit)
                && baseName(definition).endsWith("_" + unit)) {
            builder.unit(new Unit(unit));
        }
        return builder;
    }

    private static String baseName(MetricDefinition definition) {
        String name = definition.name();
        return name.endsWith(TOTAL) ? name.substring(0, name.length() - TOTAL.length()) : name;
    }
}
