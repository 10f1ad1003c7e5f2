package com.example.fleet;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What a checkout does, each thing under a span of its own. No line of it touches a metric: those are made of its log
 * events by the rules in {@code log4j2.xml}. Any thread.
 */
final class Checkout {
    private static final Logger LOG = LogManager.getLogger(Checkout.class);

    private final Tracer tracer = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder().build())
            .build()
            .getTracer("checkout");

    void request(String method, String path, long millis, int status) {
        inSpan("request", () -> {
            if (status >= 500) {
                LOG.error("Order {} not stored", path, new IllegalStateException("Out of paper"));
            }
            LOG.info("Request {} {} took {} ms status {}", method, path, millis, status);
        });
    }

    /** What the provider says of the time it took is milliseconds, or what it likes. */
    void pay(String provider, Object took) {
        inSpan("payment", () -> LOG.info("Payment by {} took {} ms", provider, took));
    }

    void search(String term, int found) {
        inSpan("search", () -> LOG.info("Search for '{}' found {} products", term, found));
    }

    @SuppressWarnings("try")
    private void inSpan(String name, Runnable work) {
        Span span = tracer.spanBuilder(name).startSpan();
        try (Scope scope = span.makeCurrent()) {
            work.run();
        } finally {
            span.end();
        }
    }
}
