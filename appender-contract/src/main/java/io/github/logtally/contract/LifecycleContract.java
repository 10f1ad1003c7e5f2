package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Starts, stops and reconfigurations: {@code before.xml}, {@code after.xml}, {@code stop.xml}, {@code twins.xml},
 * {@code defined-before.xml}, {@code defined-after.xml}.
 */
interface LifecycleContract extends AppenderFixture {
    @Test
    default void reconfiguration_keepsCountsAndDropsWhatIsNoLongerNamed() {
        try (LoggingContext context = open("before")) {
            for (int i = 0; i < 3; i++) {
                context.info("lifecycle", "Order {} placed", "a");
            }
            Scrape before = scrape();
            assertThat(before.series("lifecycle_kept_total")).isEqualTo(Map.of("{order=a}", 3.0));
            assertThat(before.value("lifecycle_gone_total")).isEqualTo(3);

            for (int i = 0; i < 100; i++) {
                context.info("lifecycle", "Order {} placed", "waiting");
            }
            context.reconfigure("after");
            context.info("lifecycle", "Order {} placed", "a");
            context.info("lifecycle", "Order {} placed", "b");
            Scrape after = scrape();
            assertThat(after.series("lifecycle_kept_total"))
                    .isEqualTo(Map.of("{order=a}", 4.0, "{order=b}", 1.0, "{order=waiting}", 100.0));
            assertThat(after.names()).doesNotContain("lifecycle_gone_total");
            assertThat(after.value("lifecycle_new_total")).isEqualTo(2);
            assertThat(after.series("logtally_rule_matches_total").keySet())
                    .noneMatch(series -> series.contains("lifecycle_gone_total"));

            context.reconfigure("after");
            context.info("lifecycle", "Order {} placed", "b");
            Scrape again = scrape();
            assertThat(again.value("lifecycle_kept_total", "order", "b")).isEqualTo(2);
            assertThat(again.value("lifecycle_new_total")).isEqualTo(3);
            assertThat(again.value("logtally_events_accepted_total", "appender", "lifecycle"))
                    .isEqualTo(106)
                    .isEqualTo(again.value("logtally_events_processed_total", "appender", "lifecycle"));
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    default void metricDefinedAnew_beginsAnew() {
        try (LoggingContext context = open("defined-before")) {
            context.info("defined", "Order {} took {} ms", "a", 9);
            assertThat(scrape().series("defined_labels_total")).isEqualTo(Map.of("{order=a}", 1.0));

            context.reconfigure("defined-after");
            context.info("defined", "Order {} took {} ms", "b", 9);
            Scrape scrape = scrape();
            assertThat(scrape.series("defined_labels_total")).isEqualTo(Map.of("{level=INFO, order=b}", 1.0));
            assertThat(scrape.series("defined_buckets_bucket")).isEqualTo(Map.of("{le=5.0}", 0.0, "{le=+Inf}", 1.0));
            assertThat(scrape.value("defined_kind")).isEqualTo(9);
            assertThat(scrape.names()).doesNotContain("defined_kind_total");
            assertThat(context.problems()).isEmpty();
        }
    }

    @Test
    default void stop_countsWhatWaitsAndLeavesTheMetrics() {
        try (LoggingContext context = open("stop")) {
            for (int i = 0; i < 1_000; i++) {
                context.info("stop", "Order {} placed", i % 2);
            }
        }
        assertThat(Scrape.of(PrometheusRegistry.defaultRegistry).series("stop_total"))
                .isEqualTo(Map.of("{order=0}", 500.0, "{order=1}", 500.0));

        try (LoggingContext context = open("stop")) {
            context.info("stop", "Order {} placed", 1);
            assertThat(scrape().value("stop_total", "order", "1")).isEqualTo(501);
        }
    }

    @Test
    default void scrape_showsAllThatWasLoggedBefore() {
        try (LoggingContext context = open("stop")) {
            for (int i = 1; i <= 20; i++) {
                context.info("scrape", "Scrape {} next", "x");
                assertThat(Scrape.of(PrometheusRegistry.defaultRegistry).value("scrape_total"))
                        .isEqualTo(i);
            }
        }
    }

    @Test
    default void contexts_withAppendersOfOneNameCountTogether() {
        try (LoggingContext one = open("twins")) {
            one.info("twins", "one");
            try (LoggingContext two = open("twins")) {
                two.info("twins", "two");
                one.info("twins", "one");
                assertThat(scrape().value("twins_total")).isEqualTo(3);
            }
            one.info("twins", "one");
            assertThat(scrape().value("twins_total")).isEqualTo(4);
            assertThat(one.problems()).isEmpty();
        }
    }
}
