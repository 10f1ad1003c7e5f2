package com.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.logtally.prometheus.PrometheusApi;
import io.github.logtally.prometheus.PrometheusApi.Sample;
import io.github.logtally.prometheus.PrometheusServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, the Prometheus that scrapes them with the sample's files, and another one that it writes to. */
@Tag("promtool")
class FleetTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final List<AutoCloseable> STARTED = new ArrayList<>();

    private static InstanceProcess one;
    private static InstanceProcess other;
    private static PrometheusServer prometheus;
    private static PrometheusApi api;
    private static PrometheusApi store;

    @BeforeAll
    static void run(@TempDir Path directory, @TempDir Path storeDirectory) throws IOException {
        one = started(InstanceProcess.start());
        other = started(InstanceProcess.start());
        Files.writeString(storeDirectory.resolve("prometheus.yml"), "scrape_configs: []\n");
        PrometheusServer storing =
                started(PrometheusServer.start(storeDirectory, "--web.enable-remote-write-receiver"));
        store = new PrometheusApi(storing.address(), DEADLINE);
        configure(directory, storing.address().getAuthority());
        prometheus = started(PrometheusServer.start(directory));
        api = new PrometheusApi(prometheus.address(), DEADLINE);
        // Rates need to see a series twice
        work(1);
        api.awaitValue("sum(checkout_requests_total)", 4);
        api.awaitValue("sum(histogram_count(checkout_payment_duration_seconds))", 2);
        work(40);
        one.does("10 pay soon");
        api.awaitValue("sum(checkout_requests_total)", 164);
    }

    private static void work(int times) throws IOException {
        for (InstanceProcess instance : List.of(one, other)) {
            instance.does(times + " request 200", times + " request 503", times + " pay 200", times + " search gift");
        }
    }

    /** The sample's files, but for where the instances are, how often they are scraped, and how long an alert waits. */
    private static void configure(Path directory, String store) throws IOException {
        Files.copy(Rules.DIRECTORY.resolve("recording.yml"), directory.resolve("recording.yml"));
        String alerts = Files.readString(Rules.DIRECTORY.resolve("alerts.yml"));
        Files.writeString(directory.resolve("alerts.yml"), alerts.replaceAll("for: .*", "for: 0s"));
        Files.writeString(
                directory.resolve("prometheus.yml"),
                Files.readString(Rules.DIRECTORY.resolve("remote-write.yml"))
                        .replace("interval: 5s", "interval: 200ms")
                        .replace("localhost:9400", one.target())
                        .replace("localhost:9401", other.target())
                        .replace("localhost:9096", store));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : STARTED) {
            each.close();
        }
    }

    @Test
    void queries_giveWhatTheInstancesLogged() throws IOException {
        assertThat(api.query("sum by (instance, path, status) (checkout_requests_total)"))
                .extracting(
                        sample -> sample.label("instance"),
                        sample -> sample.label("path"),
                        sample -> sample.label("status"),
                        Sample::value)
                .containsExactlyInAnyOrder(
                        tuple(one.target(), "/orders/{n}", "ok", 41.0),
                        tuple(one.target(), "/orders/{n}", "server_error", 41.0),
                        tuple(other.target(), "/orders/{n}", "ok", 41.0),
                        tuple(other.target(), "/orders/{n}", "server_error", 41.0));
        api.awaitValue("sum(checkout_request_duration_seconds_count)", 164);
        api.awaitValue("sum(checkout_searches_total)", 82);
        api.awaitValue("sum(log_events_total{template=\"Order {} not stored\"})", 82);
    }

    @Test
    void quantiles_ofBothKindsOfHistogramAreRight() throws IOException {
        Sample requests = api.await("job:checkout_request_duration_seconds:p99_rate5m", FleetTest::isANumber)
                .get(0);
        Sample payments = api.await("provider:checkout_payment_duration_seconds:p99_rate5m", FleetTest::isANumber)
                .get(0);

        assertThat(requests.value()).isBetween(0.01, 0.025);
        assertThat(payments.value()).isCloseTo(0.59, offset(0.015));
    }

    @Test
    void everyRecordingRule_givesWhatItsExpressionGivesWithoutInstance() throws IOException {
        for (Rules.Rule rule : Rules.recording()) {
            List<Sample> recorded = api.await(rule.name(), FleetTest::isThere);
            assertThat(recorded)
                    .allSatisfy(sample -> assertThat(sample.label("instance")).isEmpty());
            // What was scraped while the rule was evaluated may be in the one and not in the other
            api.await("max(timestamp(" + rule.name() + "))", newest -> {
                double time = newest.get(0).value();
                return equal(rule.name(), rule.expression(), time);
            });
        }
    }

    @Test
    void everyRule_isEvaluatedWithoutAnError() throws IOException {
        JsonNode answer = api.awaitPage(
                "/api/v1/rules", rules -> !rules.findValuesAsText("health").contains("unknown"));

        assertThat(answer.findValuesAsText("health"))
                .hasSize(Rules.recording().size() + Rules.alerts().size())
                .containsOnly("ok");
        assertThat(prometheus.warnings()).noneMatch(line -> line.contains("rule manager"));
    }

    @Test
    void everyPanelOfTheDashboard_hasData() throws IOException {
        assertThat(Dashboard.read().expressions()).hasSizeGreaterThan(20);
        for (String expression : Dashboard.read().expressions()) {
            assertThat(api.await(expression, FleetTest::isThere)).as(expression).isNotEmpty();
        }
    }

    @Test
    void everyQueryOfThePages_isTaken() throws IOException {
        assertThat(PageQueries.all()).hasSizeGreaterThan(5);
        for (String query : PageQueries.all()) {
            assertThat(api.get("/api/v1/format_query?query=" + PrometheusApi.encoded(query))
                            .asText())
                    .isNotEmpty();
        }
    }

    @Test
    void queryOfReadme_hasData() throws IOException {
        assertThat(PageQueries.of(Path.of("README.md"))).isNotEmpty().allSatisfy(query -> assertThat(api.await(
                        query, samples -> isThere(samples) && samples.get(0).value() > 0))
                .isNotEmpty());
    }

    @Test
    void commandOfThePage_findsTraces() throws Exception {
        Matcher command = Pattern.compile("^curl [^`]+", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../../docs/fleet.md")));
        assertThat(command.find()).isTrue();
        api.awaitExemplars("log_events_total{level=\"ERROR\"}");

        Process curl = new ProcessBuilder(
                        "sh",
                        "-c",
                        command.group()
                                .replace("localhost:9095", prometheus.address().getAuthority()))
                .redirectErrorStream(true)
                .start();
        String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(curl.waitFor()).as(answer).isZero();
        assertThat(answer).contains("\"trace_id\":");
    }

    @Test
    void alerts_fireOnWhatHappened() throws IOException {
        JsonNode answer =
                api.awaitPage("/api/v1/alerts", alerts -> firing(alerts).size() >= 3);

        Map<String, JsonNode> firing = firing(answer);
        assertThat(firing.keySet())
                .containsExactly(
                        "LogErrorRate ",
                        "LogtallyRuleFailures checkout_payment_duration_seconds",
                        "LogtallySeriesAtBound checkout_searches_total");
    }

    @Test
    void alertOnErrors_leadsToTheirTraces() throws IOException {
        JsonNode answer =
                api.awaitPage("/api/v1/alerts", alerts -> firing(alerts).containsKey("LogErrorRate "));

        JsonNode alert = firing(answer).get("LogErrorRate ");
        assertThat(alert.at("/labels/template").asText()).isEqualTo("Order {} not stored");
        assertThat(api.awaitExemplars(alert.at("/annotations/exemplars").asText()))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(exemplar -> assertThat(exemplar.get("trace_id")).matches("[0-9a-f]{32}"));
    }

    @Test
    void store_getsWhatWasRecordedAlone() throws IOException {
        store.await("path_status:checkout_requests:rate5m{cluster=\"eu-1\",status=\"ok\"} > 0", FleetTest::isThere);
        store.await("provider:checkout_payments:rate5m", FleetTest::isThere);

        assertThat(store.query("{__name__=~\".+\",__name__!~\".+:.+\"}")).isEmpty();
        assertThat(store.query("{instance!=\"\"}")).isEmpty();
    }

    private static <T extends AutoCloseable> T started(T process) {
        STARTED.add(0, process);
        return process;
    }

    private static boolean isThere(List<Sample> samples) {
        return !samples.isEmpty();
    }

    private static boolean isANumber(List<Sample> samples) {
        return isThere(samples) && !Double.isNaN(samples.get(0).value());
    }

    /** Alerts that fire, by their name and the metric that they are about. */
    private static Map<String, JsonNode> firing(JsonNode alerts) {
        Map<String, JsonNode> firing = new TreeMap<>();
        for (JsonNode alert : alerts.path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                firing.put(
                        alert.at("/labels/alertname").asText() + " "
                                + alert.at("/labels/metric").asText(),
                        alert);
            }
        }
        return firing;
    }

    private static boolean equal(String recorded, String expression, double time) {
        try {
            return values(recorded, time).equals(values(expression, time));
        } catch (IOException e) {
            throw new AssertionError(expression, e);
        }
    }

    private static Map<String, Double> values(String expression, double time) throws IOException {
        Map<String, Double> values = new TreeMap<>();
        for (Sample sample : api.query(expression, time)) {
            Map<String, String> labels = new TreeMap<>(sample.labels());
            labels.remove("__name__");
            values.put(labels.toString(), sample.value());
        }
        return values;
    }
}
