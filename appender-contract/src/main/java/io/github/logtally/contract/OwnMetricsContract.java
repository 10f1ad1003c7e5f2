package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What Logtally says about itself: {@code own-metrics.xml}, {@code small-buffer.xml}. */
interface OwnMetricsContract extends AppenderFixture {
    @Test
    default void ownMetrics_areThereFromTheStart() {
        try (LoggingContext context = open("own-metrics")) {
            assertThat(context.problems()).isEmpty();
            Scrape scrape = scrape();
            for (String name : Set.of(
                    "logtally_events_accepted_total",
                    "logtally_events_processed_total",
                    "logtally_events_truncated_total",
                    "logtally_buffer_events",
                    "logtally_worker_busy_seconds_total",
                    "logtally_rules_refused")) {
                assertThat(scrape.series(name)).as(name).containsKey("{appender=own}");
            }
            assertThat(scrape.value("logtally_rules_refused", "appender", "own"))
                    .isZero();
            assertThat(scrape.value("logtally_buffer_events", "appender", "own"))
                    .isZero();
            for (String reason : Set.of("buffer_full", "shutdown")) {
                assertThat(scrape.value("logtally_events_dropped_total", "appender", "own", "reason", reason))
                        .as(reason)
                        .isZero();
            }
            for (String reason : Set.of(
                    "not_a_number",
                    "not_finite",
                    "negative",
                    "missing",
                    "unit",
                    "regex_budget",
                    "regex_stack",
                    "to_string",
                    "internal")) {
                assertThat(scrape.value(
                                "logtally_rule_failures_total",
                                "appender",
                                "own",
                                "metric",
                                "own_never_total",
                                "reason",
                                reason))
                        .as(reason)
                        .isZero();
            }
            assertThat(scrape.value("logtally_rule_matches_total", "appender", "own", "metric", "own_never_total"))
                    .isZero();
        }
    }

    @Test
    default void bufferCapacity_isRoundedUpToAPowerOfTwo() {
        try (LoggingContext context = open("own-metrics")) {
            assertThat(context.problems()).isEmpty();
            assertThat(scrape().value("logtally_buffer_capacity", "appender", "own"))
                    .isEqualTo(1024);
        }
        try (LoggingContext context = open("no-rules")) {
            assertThat(context.problems()).isEmpty();
            assertThat(scrape().value("logtally_buffer_capacity", "appender", "no-rules"))
                    .isEqualTo(8192);
        }
    }

    @Test
    default void accepted_areEventsThatARuleCouldTake() {
        try (LoggingContext context = open("own-metrics")) {
            Scrape before = scrape();
            context.info("own", "Order {} placed", 1);
            context.info("own", "Order {} placed", 2);
            context.log("own", "DEBUG", null, "Order {} placed", 3);
            context.info("elsewhere", "Order {} placed", 4);
            context.info("own", "Cart {} emptied", 5);

            Scrape after = scrape();
            assertThat(difference(before, after, "logtally_events_accepted_total", "appender", "own"))
                    .isEqualTo(2);
            assertThat(difference(before, after, "logtally_events_processed_total", "appender", "own"))
                    .isEqualTo(2);
            assertThat(after.value("own_total", "order", "1")).isEqualTo(1);
            assertThat(after.value("own_total", "order", "2")).isEqualTo(1);
            assertThat(after.value("logtally_rule_matches_total", "appender", "own", "metric", "own_total"))
                    .isEqualTo(2);
            assertThat(after.value("logtally_series", "appender", "own", "metric", "own_total"))
                    .isEqualTo(2);
        }
    }

    @Test
    default void accepted_isProcessedAndDroppedAndWaiting() {
        try (LoggingContext context = open("small-buffer")) {
            for (int i = 0; i < 50_000; i++) {
                context.info("small", "Order {} placed", i % 3);
            }

            Scrape scrape = scrape();
            String[] appender = {"appender", "small"};
            double processed = scrape.value("logtally_events_processed_total", appender);
            double dropped = scrape.value("logtally_events_dropped_total", "appender", "small", "reason", "buffer_full")
                    + scrape.value("logtally_events_dropped_total", "appender", "small", "reason", "shutdown");
            assertThat(scrape.value("logtally_events_accepted_total", appender)).isEqualTo(50_000);
            assertThat(scrape.value("logtally_buffer_events", appender)).isZero();
            assertThat(processed + dropped).isEqualTo(50_000);
            assertThat(total(scrape.series("small_total"))).isEqualTo(processed);
        }
    }

    @Test
    default void burstOfHalfTheCapacity_losesNothing() {
        try (LoggingContext context = open("own-metrics")) {
            for (int round = 0; round < 50; round++) {
                for (int i = 0; i < 512; i++) {
                    context.info("ownBurst", "Burst {} of events", round);
                }
                scrape();
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("own_burst_total")).isEqualTo(50 * 512);
            assertThat(scrape.value("logtally_events_dropped_total", "appender", "own", "reason", "buffer_full"))
                    .isZero();
        }
    }

    private static double difference(Scrape before, Scrape after, String sample, String... labels) {
        return after.value(sample, labels) - before.value(sample, labels);
    }

    private static double total(Map<String, Double> series) {
        return series.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
