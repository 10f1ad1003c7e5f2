package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.Operation;
import io.prometheus.metrics.core.datapoints.GaugeDataPoint;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gauges. */
final class GaugeInstrument extends Instrument {
    private final Gauge gauge;
    private final boolean labelled;
    private final MetricSnapshot nothing;

    /** Written under the turn, read by scrapes. */
    private volatile boolean present;

    GaugeInstrument(MetricDefinition definition) {
        Gauge.Builder builder = Gauge.builder();
        describe(builder, definition);
        if (definition.exemplars()) {
            builder.withExemplars();
        } else {
            builder.withoutExemplars();
        }
        gauge = builder.build();
        labelled = !definition.labels().isEmpty();
        nothing = new GaugeSnapshot(gauge.collect().getMetadata(), List.of());
        gauge.clear();
    }

    @Override
    Series create(LabelValues key, String[] labels) {
        Series series = new Point(key, labels, gauge.labelValues(labels));
        present = true;
        return series;
    }

    @Override
    void remove(Series series) {
        if (!labelled) {
            present = false;
        }
        gauge.remove(series.labels);
    }

    @Override
    MetricSnapshot collect() {
        if (!present) {
            return nothing;
        }
        MetricSnapshot snapshot = gauge.collect();
        // The client shows a gauge without labels and without a value as 0, which is a value nobody set
        return present ? snapshot : nothing;
    }

    private static final class Point extends Series {
        private final GaugeDataPoint point;
        private double current;
        private boolean set;

        Point(LabelValues key, String[] labels, GaugeDataPoint point) {
            super(key, labels);
            this.point = point;
        }

        @Override
        Outcome update(Operation operation, double value, @Nullable String traceId, @Nullable String spanId) {
            double next =
                    switch (operation) {
                        case ADD -> current + value;
                        case SUB -> current - value;
                        case MAX -> set ? Math.max(current, value) : value;
                        case MIN -> set ? Math.min(current, value) : value;
                        case SET, OBSERVE -> value;
                    };
            if (!Double.isFinite(next)) {
                return Outcome.NOT_FINITE;
            }
            current = next;
            set = true;
            Labels trace = TraceLabels.of(traceId, spanId);
            if (trace != null) {
                point.setWithExemplar(next, trace);
            } else {
                assign(next);
            }
            return Outcome.UPDATED;
        }

        private void assign(double value) {
            try {
                point.set(value);
            } catch (NoClassDefFoundError e) {
                TraceLabels.expectMissingTracer(e);
            }
        }
    }
}
