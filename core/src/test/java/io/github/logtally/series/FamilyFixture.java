package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.MetricKind;
import io.github.logtally.config.Operation;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A family, a clock that stands still, and what the listener heard. */
final class FamilyFixture {
    final List<String> overflows = new ArrayList<>();
    final Family family;
    private final SeriesClock clock;
    private final LabelValues labels = new LabelValues();
    private final Operation usual;
    private long nanos = Long.MAX_VALUE - 1000;

    FamilyFixture(MetricBuilder builder) {
        MetricDefinition definition = builder.build();
        clock = new SeriesClock(() -> nanos);
        family = new Family(definition, clock);
        usual = definition.kind() == MetricKind.COUNTER
                ? Operation.ADD
                : definition.kind() == MetricKind.GAUGE ? Operation.SET : Operation.OBSERVE;
    }

    Outcome record(double value, String... values) {
        return apply(usual, value, values);
    }

    Outcome apply(Operation operation, double value, String... values) {
        return family.record(fill(values), operation, value, null, null, overflows::add);
    }

    Outcome traced(double value, String traceId, String spanId, String... values) {
        return family.record(fill(values), usual, value, traceId, spanId, overflows::add);
    }

    boolean zero(String... values) {
        return family.declareZero(fill(values));
    }

    void advance(Duration time) {
        nanos += time.toNanos();
        clock.advance();
        family.expire();
    }

    /** The lines of the Prometheus text format but those of metadata. */
    List<String> lines() {
        return text().lines().filter(line -> !line.startsWith("#")).toList();
    }

    String text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, snapshots());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    String openMetrics() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            OpenMetricsTextFormatWriter.create().write(out, snapshots());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private MetricSnapshots snapshots() {
        MetricSnapshot snapshot = family.snapshot();
        return snapshot == null ? MetricSnapshots.of() : MetricSnapshots.of(snapshot);
    }

    private LabelValues fill(String... values) {
        labels.reset();
        for (String value : values) {
            labels.append(value);
            labels.endLabel();
        }
        return labels;
    }
}
