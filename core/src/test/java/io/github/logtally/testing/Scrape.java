package io.github.logtally.testing;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a registry exposes, as text. */
public final class Scrape {
    private final List<String> lines;

    private Scrape(String text) {
        this.lines = text.lines().toList();
    }

    public static Scrape of(PrometheusRegistry registry) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return new Scrape(out.toString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of a series as the text has it, {@code name{a="b"}}; fails if it is not there. */
    public double value(String series) {
        return lines.stream()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + String.join("\n", lines)));
    }

    /** The series whose line begins so. */
    public List<String> startingWith(String prefix) {
        return lines.stream().filter(line -> line.startsWith(prefix)).toList();
    }
}
