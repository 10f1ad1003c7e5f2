package io.github.logtally.benchmarks;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A scrape in the text format, as a metrics endpoint makes it, of which nothing is kept. */
final class TextScrape {
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();

    /** Scrapes the default registry; the time it took, in milliseconds. */
    double millis() {
        long start = System.nanoTime();
        try {
            writer.write(OutputStream.nullOutputStream(), PrometheusRegistry.defaultRegistry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
