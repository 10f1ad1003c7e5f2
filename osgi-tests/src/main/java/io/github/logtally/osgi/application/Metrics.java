package io.github.logtally.osgi.application;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** A bundle's class that exposes registries. */
public final class Metrics implements Function<Object, String> {
    /** What stands for the default registry. */
    public static final String DEFAULT = "default";

    /** Made by the tests, by reflection. */
    public Metrics() {}

    /** What a scrape of the registry shows. */
    @Override
    public String apply(Object registry) {
        PrometheusRegistry scraped =
                registry.equals(DEFAULT) ? PrometheusRegistry.defaultRegistry : (PrometheusRegistry) registry;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(text, scraped.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
