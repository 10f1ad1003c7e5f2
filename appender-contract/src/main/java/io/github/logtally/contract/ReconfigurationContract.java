package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * One configuration in the place of another: {@code reload.xml} and {@code reload-other.xml}, {@code rename-before.xml} and
 * {@code rename-after.xml}, {@code removed.xml} and {@code without.xml}; and appenders that share: {@code broken-shared.xml},
 * {@code broken-references.xml}.
 */
interface ReconfigurationContract extends AppenderFixture {
    int LOADING_THREADS = 4;
    int RECONFIGURATIONS = 100;

    /** How many of the events that were logged to the appender of {@code reload.xml} the framework has delivered to it. */
    default double delivered(double logged) {
        return logged;
    }

    @Test
    default void hundredReconfigurationsUnderLoad_loseNothingThatIsDelivered() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(LOADING_THREADS);
        try (LoggingContext context = open("reload")) {
            AtomicBoolean reconfigured = new AtomicBoolean();
            List<Future<Long>> logging = new ArrayList<>();
            for (int thread = 0; thread < LOADING_THREADS; thread++) {
                String order = "t" + thread;
                logging.add(threads.submit(() -> {
                    long logged = 0;
                    for (; !reconfigured.get(); logged++) {
                        context.info("reload", "Order {} placed", order);
                    }
                    return logged;
                }));
            }
            for (int i = 1; i <= RECONFIGURATIONS; i++) {
                context.reconfigure(i % 2 == 1 ? "reload-other" : "reload");
            }
            reconfigured.set(true);
            double logged = 0;
            for (Future<Long> each : logging) {
                logged += each.get().doubleValue();
            }
            Scrape scrape = scrape();
            double dropped = sum(scrape, "logtally_events_dropped_total", "appender=reload,");
            double processed = scrape.value("logtally_events_processed_total", "appender", "reload");
            assertThat(logged).isGreaterThan(RECONFIGURATIONS);
            assertThat(processed + dropped).isEqualTo(delivered(logged));
            assertThat(scrape.value("logtally_events_accepted_total", "appender", "reload"))
                    .isEqualTo(delivered(logged));
            assertThat(sum(scrape, "reload_total", "order=")).isEqualTo(processed);
            assertThat(scrape.series("reload_changed_total").keySet()).allMatch(series -> series.startsWith("{order="));
            assertThat(scrape.names()).contains("reload_odd_total").doesNotContain("reload_even_total");
            assertThat(scrape.value("logtally_buffer_events", "appender", "reload"))
                    .isZero();

            context.reconfigure("reload-other");
            context.info("reload", "Order {} placed", "last");
            Scrape last = scrape();
            assertThat(last.series("reload_changed_total")).isEqualTo(Map.of("{level=INFO, order=last}", 1.0));
            assertThat(last.value("reload_total", "order", "last")).isEqualTo(1);
            assertThat(last.value("reload_even_total")).isEqualTo(1);
            assertThat(context.problems()).noneMatch(problem -> problem.contains("reload_"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void renamedAppender_handsOnWhatTheNewOneNamesAndTakesTheRestAlong() {
        try (LoggingContext context = open("rename-before")) {
            context.info("renamed", "Order {} placed", "a");
            assertThat(scrape().value("renamed_old_total")).isEqualTo(1);

            context.reconfigure("rename-after");
            context.info("renamed", "Order {} placed", "a");
            Scrape scrape = scrape();
            assertThat(scrape.series("renamed_kept_total")).isEqualTo(Map.of("{order=a}", 2.0));
            assertThat(scrape.value("renamed_new_total")).isEqualTo(1);
            assertThat(scrape.names()).doesNotContain("renamed_old_total");
            assertThat(scrape.series("logtally_events_accepted_total"))
                    .containsEntry("{appender=renamed-new}", 1.0)
                    .doesNotContainKey("{appender=renamed-old}");
        }
    }

    @Test
    default void ruleWithAMistake_keepsItsMetricUntilItIsMended() {
        try (LoggingContext context = open("kept")) {
            context.info("kept", "Order {} placed", "a");
            context.reconfigure("kept-broken");
            context.info("kept", "Order {} placed", "a");

            Scrape broken = scrape();
            assertThat(broken.series("kept_total")).isEqualTo(Map.of("{order=a}", 1.0));
            assertThat(broken.series("kept_beside_total")).isEqualTo(Map.of("{order=a}", 2.0));
            assertThat(broken.names()).doesNotContain("kept_removed_total", "kept_never_total");
            assertThat(broken.value("logtally_rules_refused", "appender", "kept"))
                    .isEqualTo(2);

            context.reconfigure("kept-broken");
            context.reconfigure("kept");
            context.info("kept", "Order {} placed", "a");
            assertThat(scrape().series("kept_total")).isEqualTo(Map.of("{order=a}", 2.0));

            context.reconfigure("without");
            assertThat(scrape().names()).noneMatch(name -> name.startsWith("kept_"));
        }
    }

    @Test
    default void removedAppender_takesItsMetricsAlongAndMayComeBack() {
        try (LoggingContext context = open("removed")) {
            context.info("removed", "Order {} placed", "a");
            assertThat(scrape().names()).contains("removed_too_total");

            context.reconfigure("without");
            context.info("removed", "Order {} placed", "nobody counts this");
            assertThat(scrape().names()).noneMatch(name -> name.startsWith("removed_"));

            context.reconfigure("removed");
            context.info("removed", "Order {} placed", "b");
        }
        Scrape stopped = Scrape.of(PrometheusRegistry.defaultRegistry);
        assertThat(stopped.series("removed_total")).isEqualTo(Map.of("{order=b}", 1.0));
        assertThat(stopped.value("logtally_events_accepted_total", "appender", "removed"))
                .isEqualTo(1);
    }

    @Test
    default void appenderOnALoggerAndItsParent_countsTwiceAndSaysSo() {
        try (LoggingContext context = open("broken-references")) {
            context.info("twice", "text");
            context.info("twice.below", "text");
            context.info("twiceApart", "text");
            context.info("twiceElsewhere", "text");

            assertThat(scrape().series("twice_total"))
                    .isEqualTo(Map.of(
                            "{logger=twice}", 2.0,
                            "{logger=twice.below}", 2.0,
                            "{logger=twiceApart}", 1.0,
                            "{logger=twiceElsewhere}", 1.0));
            assertThat(context.problems())
                    .singleElement()
                    .asString()
                    .containsIgnoringCase("'twice'")
                    .containsIgnoringCase("root")
                    .contains("counted twice", "additivity");
        }
    }

    @Test
    default void appendersWithOneMetric_shareItOrAreToldWhoseItIs() {
        try (LoggingContext context = open("broken-shared")) {
            context.info("shared", "Order {} placed", "a");

            Scrape scrape = scrape();
            assertThat(scrape.series("shared_total")).isEqualTo(Map.of("{order=a}", 2.0));
            // Log4j starts appenders in no order: the first has the name
            assertThat(scrape.names().contains("shared_broken_total"))
                    .isNotEqualTo(scrape.names().contains("shared_broken"));
            assertThat(scrape.value("logtally_rules_refused", "appender", "shared-one")
                            + scrape.value("logtally_rules_refused", "appender", "shared-two"))
                    .isEqualTo(1);
            assertThat(context.problems())
                    .singleElement()
                    .asString()
                    .contains("Gauge 'shared_broken'", "Counter 'shared_broken_total'", "of appender 'shared-");
        }
    }

    private static double sum(Scrape scrape, String sample, String series) {
        return scrape.series(sample).entrySet().stream()
                .filter(each -> each.getKey().contains(series))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
