package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is counted where a rule cannot count an event: {@code failures.xml}. */
interface FailureContract extends AppenderFixture {
    @Test
    default void notANumber_isAFailure() {
        try (LoggingContext context = open("failures")) {
            for (Object value : new Object[] {"abc", "1,234", "12", true, new Object()}) {
                context.info("notANumber", "Sent {} bytes", value);
            }
            context.info("notANumber", "Sent 1,234 bytes");

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_not_a_number_total")).isEqualTo(12);
            assertThat(failures(scrape, "failure_not_a_number_total", "not_a_number"))
                    .isEqualTo(5);
        }
    }

    @Test
    default void notFinite_isAFailure() {
        try (LoggingContext context = open("failures")) {
            for (Object value : new Object[] {
                Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, "NaN", "Infinity", 12, "1e999"
            }) {
                context.info("notFinite", "Sent {} bytes", value);
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_not_finite_count")).isEqualTo(1);
            assertThat(scrape.value("failure_not_finite_sum")).isEqualTo(12);
            assertThat(failures(scrape, "failure_not_finite", "not_finite")
                            + failures(scrape, "failure_not_finite", "not_a_number"))
                    .isEqualTo(6);
            assertThat(failures(scrape, "failure_not_finite", "not_finite")).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    default void negative_isAFailureOfCountersOnly() {
        try (LoggingContext context = open("failures")) {
            for (Object value : new Object[] {-1, "-0.5", Duration.ofSeconds(-1), 12}) {
                context.info("negative", "Moved {} up", value);
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_negative_total")).isEqualTo(12);
            assertThat(failures(scrape, "failure_negative_total", "negative")).isEqualTo(3);
            assertThat(scrape.value("failure_negative_gauge")).isEqualTo(9.5);
            assertThat(failures(scrape, "failure_negative_gauge", "negative")).isZero();
        }
    }

    @Test
    default void missing_isAFailure() {
        try (LoggingContext context = open("failures")) {
            context.info("missing", "text");
            context.putMdc("cost", "12");
            context.info("missing", "text");
            context.clearMdc();

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_missing_total")).isEqualTo(12);
            assertThat(failures(scrape, "failure_missing_total", "missing")).isEqualTo(1);
        }
    }

    @Test
    default void unitOfAnotherDimension_isAFailure() {
        try (LoggingContext context = open("failures")) {
            for (Object value : new Object[] {"12 KiB", "5MB", 12, "3s"}) {
                context.info("unit", "Took {}", value);
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_unit_total")).isEqualTo(3.012);
            assertThat(failures(scrape, "failure_unit_total", "unit")).isEqualTo(2);
        }
    }

    @Test
    default void regexThatRunsAway_isAFailure() {
        try (LoggingContext context = open("failures")) {
            context.info("regexBudget", "=" + "x".repeat(1_500));
            context.info("regexBudget", "x=1");

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_regex_budget_total")).isEqualTo(1);
            assertThat(failures(scrape, "failure_regex_budget_total", "regex_budget"))
                    .isEqualTo(1);
        }
    }

    @Test
    default void regexThatRunsAwayTenTimes_isSwitchedOffAndSaysSo() {
        try (LoggingContext context = open("failures")) {
            for (int i = 0; i < 10; i++) {
                context.info("regexOff", "=" + "x".repeat(1_500));
            }
            assertThat(scrape().value("failure_regex_off_total")).isZero();
            context.info("regexOff", "x=1");

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_regex_off_total")).isZero();
            assertThat(failures(scrape, "failure_regex_off_total", "regex_budget"))
                    .isEqualTo(10);
            assertThat(scrape.value("failure_regex_off_other_total")).isEqualTo(11);
            assertThat(context.warnings())
                    .anyMatch(line -> line.contains("failure_regex_off_total")
                            && line.contains("switched off")
                            && line.contains("'^.*.*.*=[0-9]'"));
        }
    }

    @Test
    default void regexThatNestsTooDeep_isAFailure() {
        try (LoggingContext context = open("failures")) {
            context.info("regexStack", "ab".repeat(40_000) + "dc");
            context.info("regexStack", "abc");

            Scrape scrape = scrape();
            assertThat(scrape.value("failure_regex_stack_total")).isEqualTo(1);
            assertThat(failures(scrape, "failure_regex_stack_total", "regex_stack"))
                    .isEqualTo(1);
        }
    }

    @Test
    default void failure_leavesOtherRulesAlone() {
        try (LoggingContext context = open("failures")) {
            context.info("others", "Sent {} bytes to {}", "no", "ann");
            context.info("others", "Sent {} bytes to {}", 5, "bob");

            Scrape scrape = scrape();
            assertThat(scrape.series("failure_others_bytes_total")).isEqualTo(Map.of("{user=bob}", 5.0));
            assertThat(scrape.series("failure_others_events_total"))
                    .isEqualTo(Map.of("{user=ann}", 1.0, "{user=bob}", 1.0));
        }
    }

    @Test
    default void failures_areToldInThrottledStatusLines() {
        try (LoggingContext context = open("failures")) {
            for (int i = 0; i < 100; i++) {
                context.info("told", "Sent {} bytes", "no");
            }
            Scrape scrape = scrape();

            assertThat(failures(scrape, "failure_told_total", "not_a_number")).isEqualTo(100);
            assertThat(context.warnings().stream().filter(line -> line.contains("failure_told_total")))
                    .hasSizeBetween(1, 5);
        }
    }

    private static double failures(Scrape scrape, String metric, String reason) {
        return scrape.value("logtally_rule_failures_total", "appender", "failures", "metric", metric, "reason", reason);
    }
}
