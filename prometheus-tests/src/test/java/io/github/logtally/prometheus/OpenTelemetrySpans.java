package io.github.logtally.prometheus;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** OpenTelemetry's SDK: its own libraries put trace_id and span_id to the events. */
final class OpenTelemetrySpans implements Spans {
    private final Tracer tracer = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build()
            .getTracer("test");

    @Override
    public String logger() {
        return "opentelemetry";
    }

    @Override
    @SuppressWarnings("try")
    public Ids inSpan(Runnable work) {
        Span span = tracer.spanBuilder("request").startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
        return new Ids(span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId());
    }
}
