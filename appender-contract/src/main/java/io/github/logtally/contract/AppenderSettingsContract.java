package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What stands on the appender: {@code namespace.xml}, {@code no-rules.xml}, {@code no-rules-namespace.xml},
 * {@code filters.xml}, {@code two-appenders.xml}, {@code behind-async.xml}.
 */
interface AppenderSettingsContract extends AppenderFixture {
    @Test
    default void namespaceAndLabels_holdForEveryMetric() {
        try (LoggingContext context = open("namespace")) {
            context.info("namespace", "Order {} placed", 42);

            Scrape scrape = scrape();
            assertThat(scrape.series("shop_orders_total"))
                    .isEqualTo(Map.of("{application=store, order=42, zone=eu}", 1.0));
            assertThat(scrape.series("shop_last_order")).isEqualTo(Map.of("{application=store, zone=eu}", 42.0));
            assertThat(scrape.names()).doesNotContain("orders_total", "last_order");
        }
    }

    @Test
    default void namespace_isPartOfTheNameInOwnMetricsWhichItDoesNotRename() {
        try (LoggingContext context = open("namespace")) {
            assertThat(context.problems()).isEmpty();
            Scrape scrape = scrape();
            assertThat(scrape.series("logtally_rule_matches_total"))
                    .containsKey("{appender=namespace, metric=shop_orders_total}");
            assertThat(scrape.names()).noneMatch(name -> name.startsWith("shop_logtally"));
        }
    }

    @Test
    default void noRules_countEventsByLevelAndLogger() {
        try (LoggingContext context = open("no-rules")) {
            context.info("noRules.a", "text {}", 1);
            context.info("noRules.a", "text {}", 2);
            context.log("noRules.b", "ERROR", null, "text", new IllegalStateException());

            assertThat(scrape().series("log_events_total"))
                    .containsEntry("{level=INFO, logger=noRules.a}", 2.0)
                    .containsEntry("{level=ERROR, logger=noRules.b}", 1.0);
        }
    }

    @Test
    default void noRules_takeNamespaceAndLabels() {
        try (LoggingContext context = open("no-rules-namespace")) {
            context.log("noRulesNamespace", "WARN", null, "text");

            assertThat(scrape().series("quiet_log_events_total"))
                    .isEqualTo(Map.of("{level=WARN, logger=noRulesNamespace, service=shop}", 1.0));
        }
    }

    @Test
    default void filters_decideWhatReachesTheAppender() {
        try (LoggingContext context = open("filters")) {
            context.log("filters", "INFO", null, "filtered by the appender");
            context.log("filters", "ERROR", null, "reaches it");
            context.log("filters.quiet", "ERROR", null, "reaches it");
            context.log("filters.quiet", "WARN", null, "below the level of the logger");

            assertThat(scrape().series("filter_events_total"))
                    .isEqualTo(Map.of("{logger=filters}", 1.0, "{logger=filters.quiet}", 1.0));
        }
    }

    @Test
    default void appenders_ofOneConfigurationShareAMetric() {
        try (LoggingContext context = open("two-appenders")) {
            context.info("two", "to one");
            context.info("two.both", "to both");

            Scrape scrape = scrape();
            assertThat(scrape.series("two_shared_total"))
                    .isEqualTo(Map.of("{logger=two}", 1.0, "{logger=two.both}", 2.0));
            assertThat(scrape.value("two_first_total")).isEqualTo(2);
            assertThat(scrape.value("two_second_total")).isEqualTo(1);
            assertThat(scrape.value("logtally_events_accepted_total", "appender", "first"))
                    .isEqualTo(2);
            assertThat(scrape.value("logtally_events_accepted_total", "appender", "second"))
                    .isEqualTo(1);
        }
    }

    @Test
    default void eventsThatCameThroughAnAsynchronousAppender_areCountedAsTheyWereLogged() {
        try (LoggingContext context = open("behind-async")) {
            context.putMdc("tenant", "acme");
            context.log("async", "WARN", "ALERT", "Order {} took {}", 1, Duration.ofMillis(9), new IOException("x"));
            context.clearMdc();
            context.info("async", "Order 2 took 9ms");
        }
        String thread = Thread.currentThread().getName();
        assertThat(Scrape.of(PrometheusRegistry.defaultRegistry).series("async_seconds_sum"))
                .isEqualTo(Map.of(
                        "{exception=IOException, marker=ALERT, order=1, tenant=acme, thread=" + thread + "}", 0.009,
                        "{exception=, marker=, order=2, tenant=, thread=" + thread + "}", 0.009));
    }
}
