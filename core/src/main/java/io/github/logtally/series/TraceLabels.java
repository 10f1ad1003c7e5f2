package io.github.logtally.series;

import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/** The labels of an exemplar. */
final class TraceLabels {
    /** Ids are 16 or 32 characters; together they must stay below what OpenMetrics allows an exemplar. */
    private static final int MAX_LENGTH = 48;

    private TraceLabels() {}

    /** The labels for these ids, or null where there is no usable trace id. A span id that is not usable is left out. */
    static @Nullable Labels of(@Nullable String traceId, @Nullable String spanId) {
        if (traceId == null || !usable(traceId)) {
            return null;
        }
        if (spanId == null || !usable(spanId)) {
            return Labels.of(Exemplar.TRACE_ID, traceId);
        }
        return Labels.of(Exemplar.TRACE_ID, traceId, Exemplar.SPAN_ID, spanId);
    }

    /**
     * Takes the error of an update without trace on a metric with exemplars. The client counts the value first and then
     * looks for the span of the calling thread, in classes that some applications leave out; any other error goes on.
     */
    static void expectMissingTracer(NoClassDefFoundError error) {
        String missing = error.getMessage();
        if (missing == null || !missing.replace('.', '/').contains("io/prometheus/metrics/tracer/")) {
            throw error;
        }
    }

    private static boolean usable(String id) {
        if (id.isEmpty() || id.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
