package io.github.logtally.prometheus;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;

/** Micrometer Tracing on OpenTelemetry, as Spring Boot sets it up: it puts traceId and spanId into SLF4J's MDC. */
final class MicrometerSpans implements Spans {
    private final Tracer tracer;

    MicrometerSpans() {
        Slf4JEventListener mdc = new Slf4JEventListener();
        ContextStorage.addWrapper(new EventPublishingContextWrapper(mdc::onEvent));
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder().build())
                .build();
        tracer = new OtelTracer(sdk.getTracer("test"), new OtelCurrentTraceContext(), mdc::onEvent);
    }

    @Override
    public String logger() {
        return "micrometer";
    }

    @Override
    @SuppressWarnings("try")
    public Ids inSpan(Runnable work) {
        Span span = tracer.nextSpan().name("request").start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
        return new Ids(span.context().traceId(), span.context().spanId());
    }
}
