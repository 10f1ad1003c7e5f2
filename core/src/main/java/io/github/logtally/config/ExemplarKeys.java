package io.github.logtally.config;

import java.util.List;

/**
 * Where the trace and span of an exemplar come from: pairs of MDC keys, the first pair that is there wins. No pairs:
 * no exemplars.
 */
public record ExemplarKeys(List<Pair> pairs) {
    /** The MDC keys of the trace id and the span id. */
    public record Pair(String traceKey, String spanKey) {}

    /** No exemplars. */
    public static final ExemplarKeys OFF = new ExemplarKeys(List.of());

    /** The keys of OpenTelemetry's and of Micrometer's and Brave's MDC. */
    public static final ExemplarKeys AUTO =
            new ExemplarKeys(List.of(new Pair("trace_id", "span_id"), new Pair("traceId", "spanId")));

    public ExemplarKeys {
        pairs = List.copyOf(pairs);
    }

    /** Whether exemplars are wanted. */
    public boolean enabled() {
        return !pairs.isEmpty();
    }
}
