package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.Operation;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Histograms and summaries, which the client feeds in the same way. */
final class DistributionInstrument extends Instrument {
    private final Function<String[], DistributionDataPoint> points;
    private final Consumer<String[]> removal;
    private final Supplier<MetricSnapshot> snapshots;

    private DistributionInstrument(
            Function<String[], DistributionDataPoint> points,
            Consumer<String[]> removal,
            Supplier<MetricSnapshot> snapshots) {
        this.points = points;
        this.removal = removal;
        this.snapshots = snapshots;
    }

    static DistributionInstrument histogram(MetricDefinition definition) {
        Histogram.Builder builder = Histogram.builder();
        describe(builder, definition);
        if (definition.exemplars()) {
            builder.withExemplars();
        } else {
            builder.withoutExemplars();
        }
        if (definition.nativeHistogram()) {
            builder.nativeOnly();
        } else {
            builder.classicOnly();
            if (!definition.buckets().isEmpty()) {
                builder.classicUpperBounds(definition.buckets().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
            }
        }
        Histogram histogram = builder.build();
        // Not method references: they would name the class that declares the methods, which older clients hide
        return new DistributionInstrument(
                labels -> histogram.labelValues(labels), labels -> histogram.remove(labels), () -> histogram.collect());
    }

    static DistributionInstrument summary(MetricDefinition definition) {
        Summary.Builder builder = Summary.builder();
        describe(builder, definition);
        if (definition.exemplars()) {
            builder.withExemplars();
        } else {
            builder.withoutExemplars();
        }
        definition.quantiles().forEach(builder::quantile);
        if (!definition.quantiles().isEmpty()) {
            builder.maxAgeSeconds(Math.max(1, definition.maxAge().toSeconds()));
        }
        Summary summary = builder.build();
        return new DistributionInstrument(
                labels -> summary.labelValues(labels), labels -> summary.remove(labels), () -> summary.collect());
    }

    @Override
    Series create(LabelValues key, String[] labels) {
        return new Point(key, labels, points.apply(labels));
    }

    @Override
    void remove(Series series) {
        removal.accept(series.labels);
    }

    @Override
    MetricSnapshot collect() {
        return snapshots.get();
    }

    private static final class Point extends Series {
        private final DistributionDataPoint point;
        private double sum;

        Point(LabelValues key, String[] labels, DistributionDataPoint point) {
            super(key, labels);
            this.point = point;
        }

        @Override
        Outcome update(Operation operation, double value, @Nullable String traceId, @Nullable String spanId) {
            double next = sum + value;
            if (!Double.isFinite(next)) {
                return Outcome.NOT_FINITE;
            }
            sum = next;
            Labels trace = TraceLabels.of(traceId, spanId);
            if (trace != null) {
                point.observeWithExemplar(value, trace);
            } else {
                observe(value);
            }
            return Outcome.UPDATED;
        }

        private void observe(double value) {
            try {
                point.observe(value);
            } catch (NoClassDefFoundError e) {
                TraceLabels.expectMissingTracer(e);
            }
        }
    }
}
