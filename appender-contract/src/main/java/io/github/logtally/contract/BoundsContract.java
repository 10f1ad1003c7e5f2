package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What keeps the number of series bounded: {@code bounds.xml}, where {@code maxSeries} is 4 for all. */
interface BoundsContract extends AppenderFixture {
    @Test
    default void maxValues_makesFurtherValuesOfThatLabelOther() {
        try (LoggingContext context = open("bounds")) {
            for (String user : new String[] {"a", "b", "c", "d", "a"}) {
                context.info("maxValues", "Login of {} by {}", user, "password");
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("bound_values_total"))
                    .isEqualTo(Map.of(
                            "{how=password, user=a}", 2.0,
                            "{how=password, user=b}", 1.0,
                            "{how=password, user=other}", 2.0));
            assertThat(overflows(scrape, "bound_values_total", "user")).isEqualTo(2);
        }
    }

    @Test
    default void maxValues_withDropLeavesEventsOut() {
        try (LoggingContext context = open("bounds")) {
            for (String user : new String[] {"a", "b", "c", "a"}) {
                context.info("maxValuesDrop", "Login of {}", user);
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("bound_values_drop_total")).isEqualTo(Map.of("{user=a}", 2.0, "{user=b}", 1.0));
            assertThat(overflows(scrape, "bound_values_drop_total", "")).isEqualTo(1);
        }
    }

    @Test
    default void maxSeries_makesTheMostVariedLabelOther() {
        try (LoggingContext context = open("bounds")) {
            for (int i = 0; i < 10; i++) {
                context.info("maxSeries", "Request {} of {}", i % 2 == 0 ? "GET" : "POST", i);
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("bound_series_total"))
                    .isEqualTo(Map.of(
                            "{id=0, method=GET}", 1.0,
                            "{id=1, method=POST}", 1.0,
                            "{id=2, method=GET}", 1.0,
                            "{id=3, method=POST}", 1.0,
                            "{id=other, method=GET}", 3.0,
                            "{id=other, method=POST}", 3.0));
            assertThat(overflows(scrape, "bound_series_total", "id")).isEqualTo(6);
        }
    }

    @Test
    default void maxSeries_onATieTakesTheLabelNamedFirst() {
        try (LoggingContext context = open("bounds")) {
            for (int i = 0; i < 5; i++) {
                context.info("maxSeriesTie", "From {} to {}", "a" + i, "b" + i);
            }

            Map<String, Double> expected = new HashMap<>();
            for (int i = 0; i < 4; i++) {
                expected.put("{from=a" + i + ", to=b" + i + "}", 1.0);
            }
            expected.put("{from=other, to=b4}", 1.0);
            assertThat(scrape().series("bound_series_tie_total")).isEqualTo(expected);
        }
    }

    @Test
    default void maxSeries_boundsTheOverflowToo() {
        try (LoggingContext context = open("bounds")) {
            for (int i = 0; i < 100; i++) {
                context.info("maxSeriesTwice", "From {} to {}", "a" + i, "b" + i);
            }

            Map<String, Double> series = scrape().series("bound_series_twice_total");
            assertThat(series).hasSizeLessThanOrEqualTo(9);
            assertThat(series).containsKey("{from=other, to=other}");
            assertThat(series.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(100);
        }
    }

    @Test
    default void maxSeries_withDropLeavesEventsOut() {
        try (LoggingContext context = open("bounds")) {
            for (int i = 0; i < 6; i++) {
                context.info("maxSeriesDrop", "Login of {}", "u" + i);
            }
            context.info("maxSeriesDrop", "Login of {}", "u1");

            Scrape scrape = scrape();
            assertThat(scrape.series("bound_series_drop_total")).isEqualTo(Map.of("{user=u0}", 1.0, "{user=u1}", 2.0));
            assertThat(overflows(scrape, "bound_series_drop_total", "")).isEqualTo(4);
        }
    }

    @Test
    default void expireAfter_endsASeriesWithoutUpdates() {
        try (LoggingContext context = open("bounds")) {
            context.info("expireAfter", "User {} seen", "ann");
            assertThat(scrape().value("bound_kept_total", "user", "ann")).isEqualTo(1);

            long start = System.nanoTime();
            while (!scrape().series("bound_expiring").isEmpty()) {
                assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            }
            context.info("expireAfter", "User {} seen", "ann");
            Scrape scrape = scrape();
            assertThat(scrape.value("bound_kept_total", "user", "ann")).isEqualTo(2);
            assertThat(scrape.value("bound_expiring", "user", "ann")).isEqualTo(1);
        }
    }

    @Test
    default void expireAfter_leavesSeriesDeclaredByZero() {
        try (LoggingContext context = open("bounds")) {
            context.info("expireAfter", "User {} seen", "eve");
            assertThat(scrape().series("bound_zero_total")).containsKeys("{user=nobody}", "{user=eve}");

            long start = System.nanoTime();
            while (scrape().series("bound_zero_total").size() > 1) {
                assertThat(System.nanoTime() - start).isLessThan(PATIENCE.toNanos());
            }
            assertThat(scrape().series("bound_zero_total")).isEqualTo(Map.of("{user=nobody}", 0.0));
        }
    }

    @Test
    default void maxSeries_holdsForAMetricThatRulesShare() {
        try (LoggingContext context = open("bounds")) {
            for (int i = 0; i < 20; i++) {
                context.info("shared.first", "First {}", "f" + i);
                context.info("shared.second", "Second {}", "s" + i);
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("bound_shared_total"))
                    .isEqualTo(Map.of(
                            "{id=f0}", 1.0,
                            "{id=s0}", 1.0,
                            "{id=f1}", 1.0,
                            "{id=s1}", 1.0,
                            "{id=other}", 36.0));
            assertThat(overflows(scrape, "bound_shared_total", "id")).isEqualTo(36);
        }
    }

    @Test
    default void maxMessageLength_cutsWhatTextRulesSee() {
        try (LoggingContext context = open("bounds")) {
            double before = truncated(scrape());
            context.info("maxMessageLength", "x".repeat(92) + " tail at the end");
            context.info("maxMessageLength", "x".repeat(102) + " tail at the end");
            context.info("maxMessageLength", "Filled with {} and no", "y".repeat(200));
            context.info("maxMessageLength", "short");

            Scrape scrape = scrape();
            assertThat(scrape.value("bound_message_total")).isEqualTo(1);
            assertThat(truncated(scrape) - before).isEqualTo(3);
        }
    }

    @Test
    default void limitsOnTheAppender_areDefaultsOfItsRules() {
        try (LoggingContext context = open("limits")) {
            for (String user : new String[] {"abcdef", "abcdeg", "x", "y", "z"}) {
                context.info("limits", "Login of {}", user);
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("limit_default_total")).isEqualTo(Map.of("{user=abcd}", 2.0, "{user=x}", 1.0));
            assertThat(scrape.series("limit_own_total"))
                    .isEqualTo(
                            Map.of("{user=abcdef}", 1.0, "{user=abcdeg}", 1.0, "{user=x}", 1.0, "{user=other}", 2.0));
            assertThat(scrape.series("limit_label_total")).isEqualTo(Map.of("{user=ab}", 2.0));
        }
    }

    private static double overflows(Scrape scrape, String metric, String label) {
        return scrape.value("logtally_label_overflows_total", "appender", "bounds", "metric", metric, "label", label);
    }

    private static double truncated(Scrape scrape) {
        return scrape.value("logtally_events_truncated_total", "appender", "bounds");
    }
}
