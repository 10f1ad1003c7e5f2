package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each kind of metric shows: {@code metrics.xml}. */
interface MetricKindContract extends AppenderFixture {
    @Test
    default void counter_countsEventsByDefault() {
        try (LoggingContext context = open("metrics")) {
            context.info("counter", "one");
            context.info("counter", "two");

            assertThat(scrape().value("kind_counter_total")).isEqualTo(2);
        }
    }

    @Test
    default void gauge_setsAddsAndSubtracts() {
        try (LoggingContext context = open("metrics")) {
            for (int level : new int[] {7, 3, -2}) {
                context.info("gauge", "Level {}", level);
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("kind_gauge_default")).isEqualTo(-2);
            assertThat(scrape.value("kind_gauge_set")).isEqualTo(-2);
            assertThat(scrape.value("kind_gauge_add")).isEqualTo(8);
            assertThat(scrape.value("kind_gauge_sub")).isEqualTo(-8);
        }
    }

    @Test
    default void gauge_maxAndMinBeginWithTheFirstValue() {
        try (LoggingContext context = open("metrics")) {
            context.info("extremes", "negative is {}", -5);
            context.info("extremes", "positive is {}", 5);
            Scrape first = scrape();
            assertThat(first.value("kind_gauge_max", "sign", "negative")).isEqualTo(-5);
            assertThat(first.value("kind_gauge_min", "sign", "positive")).isEqualTo(5);

            for (int value : new int[] {-7, -3, -4}) {
                context.info("extremes", "negative is {}", value);
                context.info("extremes", "positive is {}", -value);
            }
            Scrape last = scrape();
            assertThat(last.value("kind_gauge_max", "sign", "negative")).isEqualTo(-3);
            assertThat(last.value("kind_gauge_min", "sign", "negative")).isEqualTo(-7);
            assertThat(last.value("kind_gauge_max", "sign", "positive")).isEqualTo(7);
            assertThat(last.value("kind_gauge_min", "sign", "positive")).isEqualTo(3);
        }
    }

    @Test
    default void gauge_incrementsAndDecrementsAsTwoRulesOfOneMetric() {
        try (LoggingContext context = open("metrics")) {
            for (String user : new String[] {"ann", "bob", "cleo"}) {
                context.info("sessions", "Session of {} opened", user);
            }
            context.info("sessions", "Session of {} closed", "bob");

            assertThat(scrape().value("kind_gauge_sessions")).isEqualTo(2);
        }
    }

    @Test
    default void histogram_hasTheBucketsListed() {
        try (LoggingContext context = open("metrics")) {
            observe(context, "histogram", 0.5, 1, 3, 20);

            Scrape scrape = scrape();
            assertThat(scrape.series("kind_histogram_list_bucket"))
                    .isEqualTo(Map.of("{le=1.0}", 2.0, "{le=2.5}", 2.0, "{le=10.0}", 3.0, "{le=+Inf}", 4.0));
            assertThat(scrape.value("kind_histogram_list_count")).isEqualTo(4);
            assertThat(scrape.value("kind_histogram_list_sum")).isEqualTo(24.5);
        }
    }

    @Test
    default void histogram_hasExponentialAndLinearBuckets() {
        try (LoggingContext context = open("metrics")) {
            observe(context, "histogramFunctions", 3, 12);

            Scrape scrape = scrape();
            assertThat(scrape.series("kind_histogram_exponential_bucket"))
                    .isEqualTo(Map.of(
                            "{le=1.0}", 0.0, "{le=2.0}", 0.0, "{le=4.0}", 1.0, "{le=8.0}", 1.0, "{le=+Inf}", 2.0));
            assertThat(scrape.series("kind_histogram_linear_bucket"))
                    .isEqualTo(Map.of("{le=10.0}", 1.0, "{le=15.0}", 2.0, "{le=20.0}", 2.0, "{le=+Inf}", 2.0));
        }
    }

    @Test
    default void histogram_needsNoBucketsAndMayBeNative() {
        try (LoggingContext context = open("metrics")) {
            observe(context, "histogramOther", 0.5, 2);

            Scrape scrape = scrape();
            for (String name : new String[] {"kind_histogram_default", "kind_histogram_native"}) {
                assertThat(scrape.value(name + "_count")).as(name).isEqualTo(2);
                assertThat(scrape.value(name + "_sum")).as(name).isEqualTo(2.5);
                assertThat(scrape.series(name + "_bucket")).as(name).containsEntry("{le=+Inf}", 2.0);
            }
        }
    }

    @Test
    default void summary_hasCountSumAndQuantiles() {
        try (LoggingContext context = open("metrics")) {
            observe(
                    context,
                    "summary",
                    IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

            Scrape scrape = scrape();
            assertThat(scrape.value("kind_summary_count", "kind", "Value")).isEqualTo(100);
            assertThat(scrape.value("kind_summary_sum", "kind", "Value")).isEqualTo(5050);
            assertThat(scrape.series("kind_summary")).hasSize(3);
            assertThat(scrape.value("kind_summary", "kind", "Value", "quantile", "0.5"))
                    .isBetween(45.0, 55.0);
            assertThat(scrape.value("kind_summary", "kind", "Value", "quantile", "0.95"))
                    .isBetween(90.0, 100.0);
            assertThat(scrape.value("kind_summary", "kind", "Value", "quantile", "0.99"))
                    .isBetween(95.0, 100.0);
        }
    }

    @Test
    default void summary_needsNoQuantiles() {
        try (LoggingContext context = open("metrics")) {
            observe(context, "summaryBare", 1, 2);

            Scrape scrape = scrape();
            assertThat(scrape.value("kind_summary_bare_count")).isEqualTo(2);
            assertThat(scrape.value("kind_summary_bare_sum")).isEqualTo(3);
            assertThat(scrape.series("kind_summary_bare")).isEmpty();
        }
    }

    @Test
    default void rules_ofOneMetricShareIt() {
        try (LoggingContext context = open("metrics")) {
            context.info("shared", "Hit {}", "a");
            context.info("shared", "Miss {}", "a");
            context.info("shared", "Hit {}", "b");
            context.info("shared", "Hit {}", "b");

            assertThat(scrape().series("kind_shared_total"))
                    .isEqualTo(Map.of(
                            "{cache=a, result=hit}", 1.0, "{cache=a, result=miss}", 1.0, "{cache=b, result=hit}", 2.0));
        }
    }

    @Test
    default void rules_allApplyToOneEvent() {
        try (LoggingContext context = open("metrics")) {
            context.info("several", "Sent {} bytes to {}", 10, "ann");

            Scrape scrape = scrape();
            assertThat(scrape.value("kind_several_events_total")).isEqualTo(1);
            assertThat(scrape.value("kind_several_bytes_total")).isEqualTo(10);
            assertThat(scrape.value("kind_several_users_total", "user", "ann")).isEqualTo(1);
        }
    }

    @Test
    default void helpAndUnit_areMetadata() {
        try (LoggingContext context = open("metrics")) {
            context.info("metadata", "Sent {} bytes", 10);

            assertThat(scrape().value("kind_metadata_sent_bytes_total")).isEqualTo(10);
            assertThat(Scrape.openMetrics(PrometheusRegistry.defaultRegistry))
                    .contains(
                            "# HELP kind_metadata_sent_bytes Bytes sent\n", "# UNIT kind_metadata_sent_bytes bytes\n");
        }
    }

    @Test
    default void name_isWhatTheUserWrote() {
        try (LoggingContext context = open("metrics")) {
            context.info("naming", "text");

            Scrape scrape = scrape();
            assertThat(scrape.value("kind_bare_total")).isEqualTo(1);
            assertThat(scrape.value("kind_unit_apart_total")).isEqualTo(1);
            assertThat(scrape.value("kind_unit_apart_gauge")).isEqualTo(1);
            assertThat(scrape.value("kind:colon:sum_total")).isEqualTo(1);
            assertThat(scrape.value("logtally_rule_matches_total", "appender", "kinds", "metric", "kind_bare"))
                    .isEqualTo(1);
        }
    }

    private static void observe(LoggingContext context, String logger, double... values) {
        for (double value : values) {
            context.info(logger, "Value {}", value);
        }
    }
}
