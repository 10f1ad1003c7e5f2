package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rules in YAML files that a configuration names: {@code rules.xml}, {@code rules-broken.xml}, {@code rules-broken-all.xml};
 * and {@code rules-refresh.xml} and {@code rules-refresh-discovery.xml}, whose file, the one in the system property {@value #PROPERTY}, changes.
 */
interface RulesFileContract extends AppenderFixture {
    String PROPERTY = "logtally.test.rules";
    int CHANGES = 4;

    @Test
    default void rulesFiles_standBesideTheRulesOfTheConfiguration() {
        try (LoggingContext context = open("rules")) {
            context.info("fromFile", "Request {} {} took {} ms status {}", "GET", "/a", 9, 200);
            context.info("fromFile", "Paid {} by {}", 5, "Smith, Ann");
            context.info("fromFile", "Paid {} by {}", 5, "x=y");
            context.info("fromFile", "Paid {} by {}", 5, "Smith");

            Scrape scrape = scrape();
            assertThat(context.problems()).isEmpty();
            assertThat(scrape.series("from_file_native_total")).isEqualTo(Map.of("{path=/a}", 1.0));
            assertThat(scrape.series("from_file_requests_total")).isEqualTo(Map.of("{method=GET, status=200}", 1.0));
            assertThat(scrape.value("from_file_request_duration_seconds_sum", "method", "GET"))
                    .isEqualTo(0.009);
            assertThat(scrape.series("from_file_commas_total"))
                    .isEqualTo(Map.of("{who=Smith, Ann}", 1.0, "{who=x=y}", 1.0, "{who=other}", 1.0));
            assertThat(scrape.value("logtally_rules_refused", "appender", "rules"))
                    .isZero();
        }
    }

    @Test
    default void rulesFilesThatAreBroken_areToldWithLineAndColumnAndTheRightRulesRun() {
        try (LoggingContext context = open("rules-broken")) {
            context.info("fromBroken", "Order {} placed", 7);

            for (String told : List.of(
                    "rules/broken.yaml:6:5: Counter 'from_broken_regex_total', regex: '(' is no regular expression",
                    "rules/broken.yaml:8:5: Counter 'from_broken_setting_total', lables: a Counter has no such setting; did you"
                            + " mean 'labels'?",
                    "rules/broken.yaml:9:5: 'cuonter' is no kind of metric; did you mean 'counter'?",
                    "rules/syntax-broken.yaml:4:1: is no YAML",
                    "classpath:rules/nowhere.yaml: there is no such resource",
                    "rules/plain.yaml: does not say where the file is: write file:rules/plain.yaml or"
                            + " classpath:rules/plain.yaml.")) {
                assertThat(context.problems()).anyMatch(problem -> problem.contains(told));
            }
            Scrape scrape = scrape();
            assertThat(scrape.series("from_broken_right_total")).isEqualTo(Map.of("{order=7}", 1.0));
            assertThat(scrape.value("from_broken_native_total")).isEqualTo(1);
            assertThat(scrape.value("logtally_rules_refused", "appender", "rules-broken"))
                    .isEqualTo(6);
        }
    }

    @Test
    default void rulesFileThatCannotBeHad_leavesNothingToCountByDefault() {
        try (LoggingContext context = open("rules-broken-all")) {
            context.info("fromNowhere", "text");

            Scrape scrape = scrape();
            assertThat(context.problems())
                    .anyMatch(problem -> problem.contains("http://localhost/rules.yaml: is not read from there"));
            assertThat(scrape.value("logtally_rules_refused", "appender", "rules-broken-all"))
                    .isEqualTo(1);
            assertThat(scrape.series("log_events_total").keySet()).noneMatch(series -> series.contains("fromNowhere"));
        }
    }

    @Test
    default void changesUnderLoad_loseAndRepeatNothing(@TempDir Path directory) throws Exception {
        Path rules = directory.resolve("rules.yaml");
        write(rules, rule("even"));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (LoggingContext context = openWith(rules)) {
            Scrape start = scrape();
            AtomicBoolean changed = new AtomicBoolean();
            List<Future<Long>> logging = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String order = "t" + thread;
                logging.add(threads.submit(() -> {
                    long logged = 0;
                    for (; !changed.get(); logged++) {
                        context.info("refresh", "Order {} placed", order);
                    }
                    return logged;
                }));
            }
            for (int i = 1; i <= CHANGES; i++) {
                String now = i % 2 == 1 ? "odd" : "even";
                write(rules, rule(now));
                await(() ->
                        Scrape.of(PrometheusRegistry.defaultRegistry).names().contains("refresh_" + now + "_total"));
            }
            changed.set(true);
            double logged = 0;
            for (Future<Long> each : logging) {
                logged += each.get().doubleValue();
            }
            Scrape scrape = scrape();
            double processed = grown(start, scrape, "logtally_events_processed_total", "appender=refresh}");
            double dropped = grown(start, scrape, "logtally_events_dropped_total", "appender=refresh,");
            assertThat(logged).isGreaterThan(CHANGES);
            assertThat(processed + dropped).isEqualTo(logged);
            assertThat(grown(start, scrape, "logtally_events_dropped_total", "appender=refresh, reason=shutdown}"))
                    .isZero();
            assertThat(grown(start, scrape, "logtally_events_accepted_total", "appender=refresh}"))
                    .isEqualTo(logged);
            assertThat(grown(start, scrape, "refresh_total", "order=")).isEqualTo(processed);
            assertThat(scrape.names()).contains("refresh_even_total").doesNotContain("refresh_odd_total");
            assertThat(context.problems()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void changeThatIsBroken_isRefusedWithAllItsMistakesWhileTheOldRulesGoOn(@TempDir Path directory)
            throws IOException {
        Path rules = directory.resolve("rules.yaml");
        write(rules, rule("even"));
        try (LoggingContext context = openWith(rules)) {
            write(rules, rule("odd") + "    lables: [a]\n  - timer: b\n");
            await(() ->
                    context.problems().stream().anyMatch(problem -> problem.contains("the rules read before go on")));

            assertThat(context.problems())
                    .anyMatch(problem -> problem.contains("rules.yaml:7:5: Counter 'refresh_odd_total', lables:"))
                    .anyMatch(problem -> problem.contains("rules.yaml:8:5: 'timer' is no kind of metric"))
                    .hasSize(3);
            context.info("refresh", "Order {} placed", "goes on");
            Scrape scrape = scrape();
            assertThat(scrape.value("refresh_total", "order", "goes on")).isEqualTo(1);
            assertThat(scrape.names()).contains("refresh_even_total").doesNotContain("refresh_odd_total");
            assertThat(scrape.value("logtally_rules_refused", "appender", "refresh"))
                    .isEqualTo(2);

            write(rules, rule("odd"));
            await(() -> scrape().names().contains("refresh_odd_total"));
            assertThat(scrape().value("logtally_rules_refused", "appender", "refresh"))
                    .isZero();
            assertThat(scrape().value("refresh_total", "order", "goes on")).isEqualTo(1);
            assertThat(context.problems()).hasSize(3);
        }
    }

    @Test
    default void changeThatTakesTheNameOfDiscovery_isRefusedAndSaid(@TempDir Path directory) throws IOException {
        Path rules = directory.resolve("rules.yaml");
        write(rules, "metrics:\n  - counter: refresh_beside_total\n    labels: [logger]\n");
        try (LoggingContext context = openWith(rules, "rules-refresh-discovery")) {
            write(rules, "metrics:\n  - counter: log_template_events_total\n    labels: [level]\n");
            await(() ->
                    context.problems().stream().anyMatch(problem -> problem.contains("the rules read before go on")));

            assertThat(context.problems())
                    .anyMatch(problem -> problem.contains("discovery, name: Counter 'log_template_events_total'"))
                    .hasSize(2);
            context.info("refreshDiscovery", "Order {} placed", "on");
            Scrape scrape = scrape();
            assertThat(scrape.value("refresh_beside_total", "logger", "refreshDiscovery"))
                    .isEqualTo(1);
            assertThat(scrape.value(
                            "log_template_events_total",
                            "template",
                            "Order {} placed",
                            "level",
                            "INFO",
                            "logger",
                            "refreshDiscovery"))
                    .isEqualTo(1);
            assertThat(scrape.value("logtally_rules_refused", "appender", "refresh-discovery"))
                    .isEqualTo(1);
        }
    }

    @Test
    default void fileFullOfRubbish_isSaidInPartAndCountedWhole(@TempDir Path directory) throws IOException {
        Path rules = directory.resolve("rules.yaml");
        StringBuilder text = new StringBuilder(rule("even"));
        for (int i = 0; i < 5000; i++) {
            text.append("key").append(i).append(": 1\n");
        }
        write(rules, text.toString());
        try (LoggingContext context = openWith(rules)) {
            assertThat(context.problems()).hasSize(101);
            assertThat(context.problems().get(100)).contains("rules.yaml: has 5000 mistakes", "4900 more");
            assertThat(scrape().value("logtally_rules_refused", "appender", "refresh"))
                    .isEqualTo(5000);
        }
    }

    private LoggingContext openWith(Path rules) {
        return openWith(rules, "rules-refresh");
    }

    private LoggingContext openWith(Path rules, String configuration) {
        System.setProperty(PROPERTY, "file:" + rules);
        try {
            return open(configuration);
        } finally {
            System.clearProperty(PROPERTY);
        }
    }

    private static String rule(String name) {
        return """
                metrics:
                  - counter: refresh_total
                    message: Order {order} placed
                    labels: [order]
                  - counter: refresh_%s_total
                    message: Order {order} placed
                """
                .formatted(name);
    }

    /** As editors do, in one step. */
    private static void write(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("rules.new");
        Files.writeString(beside, text);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the change is seen in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static double grown(Scrape before, Scrape after, String name, String part) {
        return sum(after, name, part) - sum(before, name, part);
    }

    private static double sum(Scrape scrape, String name, String part) {
        return scrape.series(name).entrySet().stream()
                .filter(series -> series.getKey().contains(part))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
