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
import java.util.stream.Stream;
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
    private static final int METRICS = 5;
    private static final int FAILURE_REASONS = 9;
    private static final int PER_APPENDER = 9;
    private static final int PER_METRIC = 11;
    private static final int INSTANCES = 1_000;
    private static final double SCRAPE_SECONDS = 15;
    private static final Path PAGE = Path.of("../docs/fleet.md");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static CostApplication application;

    /** A metric, what the page calls its kind, and how many series of it there are. */
    private record Kind(String name, String metric, int series) {
        Kind(String name, String metric) {
            this(name, metric, SERIES);
        }
    }

    static List<Kind> kinds() {
        return List.of(
                new Kind("Counter", "http_requests_total"),
                new Kind("Counter with an exemplar", "http_traced_requests_total"),
                new Kind("Classic histogram, 11 buckets", "http_request_duration_seconds"),
                new Kind("Native histogram", "http_request_native_seconds"),
                new Kind("Summary, 3 quantiles", "http_request_quantiles_seconds"),
                new Kind("One of Logtally's own", "logtally_rule_failures_total", METRICS * FAILURE_REASONS));
    }

    /** What each of many instances has, of which kind it is for the scrape and for the memory, and how many series of it. */
    private record Example(String name, String kind, String memory, int series) {}

    static List<Example> examples() {
        return List.of(
                new Example("20 counters with 50 series each", "Counter", "Counter", 20 * 50),
                new Example(
                        "2 classic histograms with 10 series each",
                        "Classic histogram, 11 buckets",
                        "Classic histogram, 11 buckets",
                        2 * 10),
                new Example("The same two as native histograms", "Native histogram", "Native histogram", 2 * 10),
                new Example(
                        "Logtally's own for 22 metrics with 2 labels each",
                        "One of Logtally's own",
                        "Counter",
                        PER_APPENDER + 22 * (PER_METRIC + 2)));
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
            samples(kind),
            bytes(kind, Format.TEXT, false),
            bytes(kind, Format.OPEN_METRICS, false),
            bytes(kind, Format.PROTOBUF, false),
            bytes(kind, Format.OPEN_METRICS, true),
            bytes(kind, Format.PROTOBUF, true)
        };
        StringBuilder row = new StringBuilder("| " + kind.name());
        for (double bytes : measured) {
            row.append(String.format(Locale.ROOT, " | %,.0f", bytes));
        }
        System.out.println(row + " |");

        List<Double> said = cells(kind.name(), 1);
        for (int i = 0; i < measured.length; i++) {
            // Protobuf has times of creation, whose digits gzip finds alike or not
            double tolerance = i < 4 ? 0.5 + said.get(i) / 50 : 1.5 + said.get(i) / 20;
            assertThat(measured[i]).as(row.toString()).isCloseTo(said.get(i), within(tolerance));
        }
    }

    /** The page's own arithmetic. */
    @ParameterizedTest
    @MethodSource("examples")
    void costOfAThousandInstances_isComputedFromTheTables(Example example) throws IOException {
        List<Double> cost = cells(example.kind(), 1);
        List<Double> memory = cells(example.memory(), 2);
        double points = (double) INSTANCES * example.series();
        double series = points * cost.get(0);
        boolean asProtobuf = example.kind().startsWith("Native");
        String row = String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.1f MB/s | %.1f MB/s | %.1f GB |",
                example.name(),
                series,
                series / SCRAPE_SECONDS,
                points * cost.get(asProtobuf ? 3 : 2) / SCRAPE_SECONDS / 1e6,
                points * cost.get(asProtobuf ? 5 : 4) / SCRAPE_SECONDS / 1e6,
                points * memory.get(1) / 1e9);
        System.out.println(row);

        assertThat(Files.readAllLines(PAGE)).contains(row);
    }

    /** An appender's, a metric's and a label's: as many as the page says. */
    @Test
    void ownMetrics_haveAsManySeriesAsThePageSays() throws Exception {
        long own = body("", Format.TEXT, false)
                .lines()
                .filter(line -> line.startsWith("logtally_"))
                .count();
        int labels = 2 * METRICS;

        assertThat(own).isEqualTo(PER_APPENDER + PER_METRIC * METRICS + labels);
        assertThat(Files.readString(PAGE))
                .contains(PER_APPENDER + " series for each appender, " + PER_METRIC
                        + " for each of its metrics and one for each label of a metric");
    }

    /** The numbers of the row that begins so, in the first or second table that has one. */
    private static List<Double> cells(String name, int table) throws IOException {
        String row = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| " + name + " | "))
                .skip(table - 1L)
                .findFirst()
                .orElseThrow();
        return Stream.of(row.split("\\|"))
                .skip(2)
                .map(cell -> Double.valueOf(cell.strip().replace(",", "")))
                .toList();
    }

    /** Series in Prometheus for one series of a metric. */
    private static double samples(Kind kind) throws IOException, InterruptedException {
        if (kind.name().startsWith("Native")) {
            return 1;
        }
        long lines = body(kind.metric(), Format.TEXT, false)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .count();
        return (double) lines / kind.series();
    }

    private static double bytes(Kind kind, Format format, boolean compressed) throws IOException, InterruptedException {
        return (double) scrape(kind.metric(), format, compressed).length / kind.series();
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
