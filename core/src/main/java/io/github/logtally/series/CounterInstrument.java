package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.Operation;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.jspecify.annotations.Nullable;

/** Counters. */
final class CounterInstrument extends Instrument {
    private final Counter counter;

    CounterInstrument(MetricDefinition definition) {
        Counter.Builder builder = Counter.builder();
        describe(builder, definition);
        if (definition.exemplars()) {
            builder.withExemplars();
        } else {
            builder.withoutExemplars();
        }
        counter = builder.build();
    }

    @Override
    Series create(LabelValues key, String[] labels) {
        return new Point(key, labels, counter.labelValues(labels));
    }

    @Override
    void remove(Series series) {
        counter.remove(series.labels);
    }

    @Override
    MetricSnapshot collect() {
        return counter.collect();
    }

    private static final class Point extends Series {
        private final CounterDataPoint point;
        private double total;

        Point(LabelValues key, String[] labels, CounterDataPoint point) {
            super(key, labels);
            this.point = point;
        }

        @Override
        Outcome update(Operation operation, double value, @Nullable String traceId, @Nullable String spanId) {
            double next = total + value;
            if (!Double.isFinite(next)) {
                return Outcome.NOT_FINITE;
            }
            total = next;
            Labels trace = TraceLabels.of(traceId, spanId);
            if (trace != null) {
                point.incWithExemplar(value, trace);
            } else {
                count(value);
            }
            return Outcome.UPDATED;
        }

        private void count(double value) {
            try {
                if (value == 1) {
                    point.inc();
                } else {
                    point.inc(value);
                }
            } catch (NoClassDefFoundError e) {
                TraceLabels.expectMissingTracer(e);
            }
        }
    }
}
