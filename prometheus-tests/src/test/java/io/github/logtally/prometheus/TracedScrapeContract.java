package io.github.logtally.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.expositionformats.generated.Metrics;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a trace from the span under which an event is logged to what Prometheus answers. */
@Tag("promtool")
@TestInstance(Lifecycle.PER_CLASS)
abstract class TracedScrapeContract {
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";
    private static final String PROTOBUF =
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited";

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Spans spans;
    private HTTPServer application;
    private PrometheusServer prometheus;
    private PrometheusServer withoutNativeHistograms;
    private PrometheusApi api;
    private Spans.Ids traced;

    TracedScrapeContract(Spans spans) {
        this.spans = spans;
    }

    @BeforeAll
    void logAndScrape(@TempDir Path directory, @TempDir Path otherDirectory) throws IOException {
        Logger log = LoggerFactory.getLogger(spans.logger());
        traced = spans.inSpan(() -> log.info("Request {} took {} ms", "/traced", 200));
        log.info("Request {} took {} ms", "/untraced", 200);
        spans.inSpan(() -> IntStream.rangeClosed(1, 1_000)
                .forEach(millis -> log.info("Request {} took {} ms", "/quantiles", millis)));
        application = HTTPServer.builder().port(0).buildAndStart();
        configure(directory);
        prometheus = PrometheusServer.start(directory);
        configure(otherDirectory);
        withoutNativeHistograms = PrometheusServer.startWithoutNativeHistograms(otherDirectory);
        api = new PrometheusApi(prometheus.address(), DEADLINE);
    }

    private void configure(Path directory) throws IOException {
        Files.writeString(
                directory.resolve("prometheus.yml"),
                """
                global:
                  scrape_interval: 200ms
                  scrape_timeout: 200ms
                scrape_configs:
                  - job_name: application
                    static_configs:
                      - targets: ["localhost:%d"]
                """
                        .formatted(application.getPort()));
    }

    @AfterAll
    void stop() {
        prometheus.close();
        withoutNativeHistograms.close();
        application.close();
    }

    @Test
    void openMetrics_showsTheTrace() throws Exception {
        String text = new String(scrape(OPEN_METRICS), StandardCharsets.UTF_8);

        String labels = "# {span_id=\"" + traced.span() + "\",trace_id=\"" + traced.trace() + "\"} ";
        assertThat(text.lines())
                .anyMatch(line -> line.startsWith("requests_total{path=\"/traced\"} 1.0 " + labels + "1.0 "))
                .anyMatch(line -> line.startsWith(
                        "request_duration_seconds_bucket{path=\"/traced\",le=\"0.25\"} 1 " + labels + "0.2 "));
        assertThat(text.lines().filter(line -> line.contains("/untraced")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("trace_id"));
    }

    @Test
    void protobuf_showsTheTrace() throws Exception {
        Metrics.Metric counter = metric("requests_total", "/traced");
        Metrics.Metric classic = metric("request_duration_seconds", "/traced");
        Metrics.Metric nativeOnly = metric("request_native_seconds", "/traced");

        assertTraced(counter.getCounter().getExemplar(), 1);
        assertTraced(classic.getHistogram().getBucket(1).getExemplar(), 0.2);
        assertTraced(nativeOnly.getHistogram().getBucket(0).getExemplar(), 0.2);
        assertThat(nativeOnly.getHistogram().getPositiveSpanCount()).isPositive();
        assertThat(metric("requests_total", "/untraced").getCounter().hasExemplar())
                .isFalse();
    }

    @Test
    void prometheus_answersWithTheTrace() throws IOException {
        Map<String, String> exemplar = Map.of("trace_id", traced.trace(), "span_id", traced.span());

        assertThat(api.awaitExemplars("requests_total{path=\"/traced\"}")).containsExactly(exemplar);
        assertThat(api.awaitExemplars("request_duration_seconds_bucket{path=\"/traced\"}"))
                .contains(exemplar);
        assertThat(api.awaitExemplars("request_native_seconds{path=\"/traced\"}"))
                .containsExactly(exemplar);
    }

    @Test
    void prometheusThatScrapesOpenMetrics_answersWithTheTrace() throws IOException {
        Map<String, String> exemplar = Map.of("trace_id", traced.trace(), "span_id", traced.span());
        PrometheusApi answers = new PrometheusApi(withoutNativeHistograms.address(), DEADLINE);

        assertThat(answers.awaitExemplars("requests_total{path=\"/traced\"}")).containsExactly(exemplar);
        assertThat(answers.awaitExemplars("request_duration_seconds_bucket{path=\"/traced\"}"))
                .contains(exemplar);
    }

    @Test
    void prometheus_hasTheNumbers() throws IOException {
        api.awaitValue("requests_total{path=\"/quantiles\"}", 1_000);
        api.awaitValue("request_duration_seconds_count{path=\"/quantiles\"}", 1_000);
        api.awaitValue("histogram_count(request_native_seconds{path=\"/quantiles\"})", 1_000);
        assertThat(api.query("histogram_sum(request_native_seconds{path=\"/quantiles\"})"))
                .singleElement()
                .satisfies(sum -> assertThat(sum.value()).isCloseTo(500.5, withinPercentage(1e-9)));
    }

    /** The bounds of a native histogram's buckets are less than a twentieth apart. */
    @Test
    void prometheus_givesQuantilesOfANativeHistogram() throws IOException {
        api.awaitValue("histogram_count(request_native_seconds{path=\"/quantiles\"})", 1_000);

        for (double quantile : new double[] {0.1, 0.5, 0.9, 0.99}) {
            assertThat(api.query("histogram_quantile(" + quantile + ", request_native_seconds{path=\"/quantiles\"})"))
                    .singleElement()
                    .satisfies(value -> assertThat(value.value()).isCloseTo(quantile, withinPercentage(5)));
        }
        assertThat(api.query("histogram_fraction(0, 0.25, request_native_seconds{path=\"/quantiles\"})"))
                .singleElement()
                .satisfies(share -> assertThat(share.value()).isCloseTo(0.25, withinPercentage(5)));
    }

    private void assertTraced(Metrics.Exemplar exemplar, double value) {
        assertThat(exemplar.getLabelList())
                .extracting(Metrics.LabelPair::getName, Metrics.LabelPair::getValue)
                .containsExactlyInAnyOrder(tuple("trace_id", traced.trace()), tuple("span_id", traced.span()));
        assertThat(exemplar.getValue()).isEqualTo(value);
    }

    private Metrics.Metric metric(String family, String path) throws IOException, InterruptedException {
        InputStream in = new ByteArrayInputStream(scrape(PROTOBUF));
        for (Metrics.MetricFamily read = Metrics.MetricFamily.parseDelimitedFrom(in);
                read != null;
                read = Metrics.MetricFamily.parseDelimitedFrom(in)) {
            if (read.getName().equals(family)) {
                return read.getMetricList().stream()
                        .filter(metric -> metric.getLabel(0).getValue().equals(path))
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("no " + family);
    }

    private byte[] scrape(String format) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + application.getPort() + "/metrics"))
                .header("Accept", format)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(format.split(";")[0]);
        return answer.body();
    }
}
