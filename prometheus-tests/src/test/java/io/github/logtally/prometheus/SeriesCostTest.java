package io.github.logtally.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures, prints, and holds docs/fleet.md to what it says of the bytes that a series takes in a scrape. */
@Tag("promtool")
class SeriesCostTest {
    private static final int SERIES = 900;
    private static final Path PAGE = Path.of("../docs/fleet.md");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static CostApplication application;

    /** A metric, and what the page calls its kind. */
    private record Kind(String name, String metric) {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("Counter", "http_requests_total"),
                new Kind("Counter with an exemplar", "http_traced_requests_total"),
                new Kind("Classic histogram, 11 buckets", "http_request_duration_seconds"),
                new Kind("Native histogram", "http_request_native_seconds"),
                new Kind("Summary, 3 quantiles", "http_request_quantiles_seconds"));
    }

    private enum Format {
        TEXT("text/plain"),
        OPEN_METRICS("application/openmetrics-text; version=1.0.0"),
        PROTOBUF("application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited");

        final String accept;

        Format(String accept) {
            this.accept = accept;
        }
    }

    @BeforeAll
    static void log() throws IOException {
        application = new CostApplication();
        application.count(0, SERIES);
        application.trace(0, SERIES);
        application.observe("observe", 0, SERIES);
        application.observe("native", 0, SERIES);
        application.observe("summarize", 0, SERIES);
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void bytesOfASeries_areThoseOfThePage(Kind kind) throws Exception {
        double[] measured = {
            samples(kind.metric()),
            bytes(kind.metric(), Format.TEXT, false),
            bytes(kind.metric(), Format.OPEN_METRICS, false),
            bytes(kind.metric(), Format.PROTOBUF, false),
            bytes(kind.metric(), Format.OPEN_METRICS, true),
            bytes(kind.metric(), Format.PROTOBUF, true)
        };
        StringBuilder row = new StringBuilder("| " + kind.name());
        for (double bytes : measured) {
            row.append(String.format(Locale.ROOT, " | %.0f", bytes));
        }
        System.out.println(row);

        String line = Files.readAllLines(PAGE).stream()
                .filter(each -> each.startsWith("| " + kind.name() + " | "))
                .findFirst()
                .orElseThrow();
        String[] cells = line.split(" \\| ");
        for (int i = 0; i < measured.length; i++) {
            double said = Double.parseDouble(cells[i + 1].replaceAll("[ ,|]", ""));
            assertThat(measured[i]).as(row.toString()).isCloseTo(said, within(0.5 + said / 50));
        }
    }

    /** An appender's, a metric's and a label's: as many as the page says. */
    @Test
    void ownMetrics_haveAsManySeriesAsThePageSays() throws Exception {
        long own = body("", Format.TEXT, false)
                .lines()
                .filter(line -> line.startsWith("logtally_"))
                .count();
        int metrics = kinds().size();
        int labels = 2 * metrics;

        assertThat(own).isEqualTo(9 + 11L * metrics + labels);
        assertThat(Files.readString(PAGE))
                .contains("9 series for each appender, 11 for each of its metrics and one for each label of a metric");
    }

    /** Series in Prometheus for one series of a metric. */
    private static double samples(String metric) throws IOException, InterruptedException {
        if (metric.contains("native")) {
            return 1;
        }
        return (double) body(metric, Format.TEXT, false)
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .count()
                / SERIES;
    }

    private static double bytes(String metric, Format format, boolean compressed)
            throws IOException, InterruptedException {
        return (double) scrape(metric, format, compressed).length / SERIES;
    }

    private static String body(String metric, Format format, boolean compressed)
            throws IOException, InterruptedException {
        return new String(scrape(metric, format, compressed), StandardCharsets.UTF_8);
    }

    private static byte[] scrape(String metric, Format format, boolean compressed)
            throws IOException, InterruptedException {
        String query = metric.isEmpty() ? "" : "?name[]=" + metric;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + application.port() + "/metrics" + query.replace("[]", "%5B%5D")))
                .header("Accept", format.accept);
        if (compressed) {
            request.header("Accept-Encoding", "gzip");
        }
        byte[] body = CLIENT.send(request.build(), BodyHandlers.ofByteArray()).body();
        assertThat(body).isNotEmpty();
        return body;
    }
}
