package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one scrape of a registry shows, read back from its text.
 *
 * <p>A series is named by its labels in the order of their names: <code>{method=GET, status=200}</code>.
 */
public final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([^{ ]+)(?:\\{(.*)})? (\\S+)", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile("([^=,]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private final Map<String, Map<String, Double>> samples = new HashMap<>();

    private Scrape(String text) {
        // Not lines(): a carriage return in a label value ends no line
        Stream.of(text.split("\n"))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::read);
    }

    /** Scrapes a registry in the Prometheus text format. */
    public static Scrape of(PrometheusRegistry registry) {
        return new Scrape(text(registry, ""));
    }

    /** The text of a scrape in the Prometheus format, of the metrics whose names begin so. */
    public static String text(PrometheusRegistry registry, String namePrefix) {
        return write(
                PrometheusTextFormatWriter.builder()
                        .setIncludeCreatedTimestamps(false)
                        .build(),
                registry.scrape(name -> name.startsWith(namePrefix)));
    }

    /** Reads a scrape in the Prometheus text format. */
    public static Scrape ofText(String text) {
        return new Scrape(text);
    }

    /** The text of a scrape in the OpenMetrics format, which alone has exemplars. */
    public static String openMetrics(PrometheusRegistry registry) {
        return write(OpenMetricsTextFormatWriter.create(), registry.scrape());
    }

    /** The value of the one series of a sample with just these labels, names and values in turn. */
    public double value(String sample, String... labels) {
        Map<String, String> byName = new TreeMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            byName.put(labels[i], labels[i + 1]);
        }
        Map<String, Double> series = series(sample);
        assertThat(series).as("series of %s", sample).containsKey(byName.toString());
        return series.getOrDefault(byName.toString(), Double.NaN);
    }

    /** All series of a sample ({@code x_total}, {@code x_bucket}); none where the scrape does not show it. */
    public Map<String, Double> series(String sample) {
        return Collections.unmodifiableMap(samples.getOrDefault(sample, Map.of()));
    }

    /** The names of all samples. */
    public Set<String> names() {
        return Collections.unmodifiableSet(samples.keySet());
    }

    private static String write(ExpositionFormatWriter writer, MetricSnapshots metrics) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writer.write(bytes, metrics);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private void read(String line) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as("a line of the scrape: %s", line).isTrue();
        Map<String, String> labels = new TreeMap<>();
        if (sample.group(2) != null) {
            Matcher label = LABEL.matcher(sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), unescape(label.group(2)));
            }
        }
        Double twice = samples.computeIfAbsent(sample.group(1), name -> new HashMap<>())
                .put(labels.toString(), number(sample.group(3)));
        assertThat(twice).as("a series shown twice: %s", line).isNull();
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(escape.group(1).equals("n") ? "\n" : escape.group(1)));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
