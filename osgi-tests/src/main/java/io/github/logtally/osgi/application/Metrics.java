package io.github.logtally.osgi.application;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A bundle's class that exposes the default registry. */
public final class Metrics implements Supplier<String> {
    /** Made by the tests, by reflection. */
    public Metrics() {}

    /** What a scrape shows. */
    @Override
    public String get() {
        return text(PrometheusRegistry.defaultRegistry);
    }

    static String text(PrometheusRegistry registry) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
