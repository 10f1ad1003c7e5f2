package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of wrong configurations: {@code broken.xml}, {@code all-broken.xml}. */
interface BadConfigurationContract extends AppenderFixture {
    /** The metric of each wrong rule, the setting that is wrong, and further words that its message has to say. */
    List<List<String>> MISTAKES = List.of(
            List.of("broken_setting_total", "mesage", "message"),
            List.of("broken_level_total", "level", "WRAN", "WARN"),
            List.of("broken_min_level_total", "minLevel", "ERORR", "ERROR"),
            List.of("broken_range_total", "minLevel", "maxLevel"),
            List.of("broken_reference_total", "labels", "methd", "method"),
            List.of("broken_group_total", "labels", "usr", "user"),
            List.of("broken_regex_total", "regex"),
            List.of("broken_hole_twice_total", "message", "id"),
            List.of("broken_holes_adjacent_total", "message"),
            List.of("broken_hole_built_in_total", "message", "level"),
            List.of("broken_unit_total", "valueUnit", "msec", "ms"),
            List.of("broken_operation", "operation", "sett", "set"),
            List.of("broken_gauge_value", "value"),
            List.of("broken_histogram_value", "value"),
            List.of("broken_buckets", "buckets", "five"),
            List.of("broken_quantiles", "quantiles", "1.5"),
            List.of("broken name", "name"),
            List.of("broken_label_name_total", "labels", "sta-tus"),
            List.of("broken_label_twice_total", "labels", "id"),
            List.of("broken_label_total", "value"),
            List.of("broken_on_limit_total", "onLimit", "overflw", "overflow"),
            List.of("broken_max_series_total", "maxSeries", "many"),
            List.of("broken_exclude_total", "level", "INF", "INFO"),
            List.of("broken_conflict", "broken_conflict"),
            List.of("broken_conflict_labels_total", "labels"));

    @Test
    default void mistakes_areAllToldAtOnce() {
        try (LoggingContext context = open("broken")) {
            List<String> problems = context.problems();
            for (List<String> mistake : MISTAKES) {
                assertThat(problems).as("a problem that says %s", mistake).anyMatch(problem -> mistake.stream()
                        .allMatch(problem::contains));
            }
            assertThat(problems).as("a rule without a name").anyMatch(problem -> problem.contains("name"));
            assertThat(problems).noneMatch(problem -> problem.contains("right_"));
        }
    }

    @Test
    default void rulesThatAreRight_run() {
        try (LoggingContext context = open("broken")) {
            context.info("broken", "Order {} placed", 42);

            Scrape scrape = scrape();
            assertThat(scrape.series("right_first_total")).isEqualTo(Map.of("{order=42}", 1.0));
            assertThat(scrape.value("right_last")).isEqualTo(42);
        }
    }

    @Test
    default void rulesThatAreWrong_areCountedAndDoNotRun() {
        try (LoggingContext context = open("broken")) {
            context.log("broken", "ERROR", null, "Order {} placed", 43);

            Scrape scrape = scrape();
            assertThat(scrape.value("logtally_rules_refused", "appender", "broken"))
                    .isEqualTo(MISTAKES.size() + 1);
            assertThat(scrape.names()).noneMatch(name -> name.startsWith("broken") && !name.contains("conflict"));
            assertThat(scrape.series("broken_conflict")).isEmpty();
            assertThat(scrape.series("broken_conflict_total")).isEmpty();
            assertThat(scrape.series("broken_conflict_count")).containsOnlyKeys("{}");
            assertThat(scrape.series("broken_conflict_labels_total").keySet())
                    .allMatch(series -> series.startsWith("{order="));
        }
    }

    @Test
    default void rulesThatAreAllWrong_leaveNothing() {
        try (LoggingContext context = open("all-broken")) {
            context.info("allBroken", "text");

            Scrape scrape = scrape();
            assertThat(context.problems()).anyMatch(problem -> problem.contains("all_broken_total"));
            assertThat(scrape.value("logtally_rules_refused", "appender", "all-broken"))
                    .isEqualTo(1);
            assertThat(scrape.names()).doesNotContain("all_broken_total");
            assertThat(scrape.series("log_events_total").keySet()).noneMatch(series -> series.contains("allBroken"));
        }
    }

    @Test
    default void appenderSettingsThatAreWrong_areToldAndTheRulesRun() {
        try (LoggingContext context = open("broken-appender")) {
            context.info("brokenAppender", "text");

            assertThat(context.problems())
                    .anyMatch(problem -> problem.contains("capacity") && problem.contains("plenty"))
                    .anyMatch(problem -> problem.contains("shutdownTimeout") && problem.contains("soon"));
            assertThat(scrape().value("appender_mistakes_total")).isEqualTo(1);
        }
    }
}
