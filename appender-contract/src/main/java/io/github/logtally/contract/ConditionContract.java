package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a rule takes: {@code conditions.xml}. */
interface ConditionContract extends AppenderFixture {
    List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    @Test
    default void level_takesTheLevelsListed() {
        try (LoggingContext context = open("conditions")) {
            LEVELS.forEach(level -> context.log("level", level, null, "text"));

            assertThat(scrape().series("condition_level_total"))
                    .isEqualTo(Map.of("{level=WARN}", 1.0, "{level=ERROR}", 1.0));
        }
    }

    @Test
    default void minLevel_takesWhatIsAtLeastAsSevere() {
        try (LoggingContext context = open("conditions")) {
            LEVELS.forEach(level -> context.log("minLevel", level, null, "text"));

            assertThat(scrape().series("condition_min_level_total"))
                    .isEqualTo(Map.of("{level=WARN}", 1.0, "{level=ERROR}", 1.0));
        }
    }

    @Test
    default void maxLevel_takesWhatIsAtMostAsSevere() {
        try (LoggingContext context = open("conditions")) {
            LEVELS.forEach(level -> context.log("maxLevel", level, null, "text"));

            assertThat(scrape().series("condition_max_level_total"))
                    .isEqualTo(Map.of("{level=TRACE}", 1.0, "{level=DEBUG}", 1.0, "{level=INFO}", 1.0));
        }
    }

    @Test
    default void minLevelAndMaxLevel_takeTheRange() {
        try (LoggingContext context = open("conditions")) {
            LEVELS.forEach(level -> context.log("levelRange", level, null, "text"));

            assertThat(scrape().series("condition_level_range_total"))
                    .isEqualTo(Map.of("{level=INFO}", 1.0, "{level=WARN}", 1.0));
        }
    }

    @Test
    default void logger_takesItselfAndItsChildren() {
        try (LoggingContext context = open("conditions")) {
            for (String logger : List.of("com", "com.acme", "com.acme.web", "com.acme.web.Cart", "com.acmeother")) {
                context.info(logger, "text");
            }

            assertThat(scrape().series("condition_logger_total"))
                    .isEqualTo(Map.of(
                            "{logger=com.acme}", 1.0, "{logger=com.acme.web}", 1.0, "{logger=com.acme.web.Cart}", 1.0));
        }
    }

    @Test
    default void logger_takesAnyOfSeveral() {
        try (LoggingContext context = open("conditions")) {
            for (String logger : List.of("org.one", "org.two.sub", "org.three")) {
                context.info(logger, "text");
            }

            assertThat(scrape().series("condition_loggers_total"))
                    .isEqualTo(Map.of("{logger=org.one}", 1.0, "{logger=org.two.sub}", 1.0));
        }
    }

    @Test
    default void marker_takesItselfAndItsDescendants() {
        try (LoggingContext context = open("conditions")) {
            context.relateMarker("LOGIN", "AUDIT");
            context.relateMarker("PASSKEY_LOGIN", "LOGIN");
            for (String marker : List.of("AUDIT", "LOGIN", "PASSKEY_LOGIN", "AUDITOR")) {
                context.log("marker", "INFO", marker, "text");
            }
            context.info("marker", "text");

            assertThat(scrape().series("condition_marker_total"))
                    .isEqualTo(Map.of("{marker=AUDIT}", 1.0, "{marker=LOGIN}", 1.0, "{marker=PASSKEY_LOGIN}", 1.0));
        }
    }

    @Test
    default void message_takesWhatThePatternDescribes() {
        try (LoggingContext context = open("conditions")) {
            context.info("message", "Order {} placed", 1);
            context.info("message", "Order 2 placed");
            context.info("message", "Order {} cancelled", 3);

            assertThat(scrape().series("condition_message_total")).isEqualTo(Map.of("{id=1}", 1.0, "{id=2}", 1.0));
        }
    }

    @Test
    default void contains_looksIntoTheFormattedMessage() {
        try (LoggingContext context = open("conditions")) {
            context.info("contains", "{} timed out", "literal");
            context.info("contains", "{}: {}", "argument", "it timed out twice");
            context.info("contains", "{}: timed {}", "across", "out");
            context.info("contains", "{} took its time", "absent");
            context.info("contains", "{} Timed out", "case");

            assertThat(scrape().series("condition_contains_total"))
                    .isEqualTo(Map.of("{call=literal}", 1.0, "{call=argument}", 1.0, "{call=across}", 1.0));
        }
    }

    @Test
    default void regex_isFoundAnywhereAndItsNamedGroupsAreCaptures() {
        try (LoggingContext context = open("conditions")) {
            context.info("regex", "login of user={} ms={} done", "ann", 12);
            context.info("regex", "login of user=ann ms=30 done");
            context.info("regex", "user=bob took long");
            context.info("regex", "user=bob ms=many");

            assertThat(scrape().series("condition_regex_total")).isEqualTo(Map.of("{user=ann}", 42.0));
        }
    }

    @Test
    default void regex_groupWithoutMatchIsTheEmptyString() {
        try (LoggingContext context = open("conditions")) {
            context.info("regexOptional", "host=a port=80");
            context.info("regexOptional", "host=b");

            assertThat(scrape().series("condition_regex_optional_total"))
                    .isEqualTo(Map.of("{host=a, port=80}", 1.0, "{host=b, port=}", 1.0));
        }
    }

    @Test
    default void exception_takesTheClassAndItsSubclasses() {
        try (LoggingContext context = open("conditions")) {
            context.info("exception", "failed", new IOException("x"));
            context.info("exception", "failed {}", 1, new FileNotFoundException("x"));
            context.info("exception", "failed", new IllegalStateException(new IOException("x")));
            context.info("exception", "failed");

            assertThat(scrape().series("condition_exception_total"))
                    .isEqualTo(Map.of("{exception=IOException}", 1.0, "{exception=FileNotFoundException}", 1.0));
        }
    }

    @Test
    default void exception_starTakesAny() {
        try (LoggingContext context = open("conditions")) {
            context.info("exceptionAny", "failed", new StackOverflowError());
            context.info("exceptionAny", "failed {}", 1, new IOException("x"));
            context.info("exceptionAny", "failed {}", 1);

            assertThat(scrape().series("condition_exception_any_total"))
                    .isEqualTo(Map.of("{exception=StackOverflowError}", 1.0, "{exception=IOException}", 1.0));
        }
    }

    @Test
    default void rootCause_takesTheInnermostCause() {
        try (LoggingContext context = open("conditions")) {
            Exception root = new FileNotFoundException("x");
            context.info("rootCause", "failed", new IllegalStateException(new RuntimeException(root)));
            context.info("rootCause", "failed", new IOException("not the innermost", new ArithmeticException()));
            context.info("rootCause", "failed", new IllegalStateException());
            context.info("rootCause", "failed");

            assertThat(scrape().series("condition_root_cause_total"))
                    .isEqualTo(Map.of("{exception=IllegalStateException, rootCause=FileNotFoundException}", 1.0));
        }
    }

    @Test
    default void rootCause_isTheExceptionItselfWhereItHasNone() {
        try (LoggingContext context = open("conditions")) {
            context.info("rootCauseItself", "failed", new FileNotFoundException("x"));

            assertThat(scrape().series("condition_root_cause_itself_total"))
                    .isEqualTo(Map.of("{rootCause=FileNotFoundException}", 1.0));
        }
    }

    @Test
    default void rootCause_ofACircleEnds() {
        try (LoggingContext context = open("conditions")) {
            Exception outer = new IllegalStateException();
            outer.initCause(new IllegalArgumentException(outer));
            context.info("rootCauseCircle", "failed", outer);

            assertThat(scrape().value("condition_root_cause_circle_total")).isEqualTo(1);
        }
    }

    @Test
    default void mdc_takesGlobsAndBareKeys() {
        try (LoggingContext context = open("conditions")) {
            for (List<String> entries : List.of(
                    List.of("tenant", "acme", "region", "eu-west", "user", "1"),
                    List.of("tenant", "acme", "region", "eu", "user", "2"),
                    List.of("tenant", "acme", "region", "us", "user", "3"),
                    List.of("tenant", "acme2", "region", "eu", "user", "4"),
                    List.of("tenant", "acme", "user", "5"),
                    List.of("tenant", "acme", "region", "eu"))) {
                for (int i = 0; i < entries.size(); i += 2) {
                    context.putMdc(entries.get(i), entries.get(i + 1));
                }
                context.info("mdc", "text");
                context.clearMdc();
            }

            assertThat(scrape().series("condition_mdc_total")).isEqualTo(Map.of("{user=1}", 1.0, "{user=2}", 1.0));
        }
    }

    @Test
    default void mdc_takesEscapedCommasAndEqualSigns() {
        try (LoggingContext context = open("conditions")) {
            for (String place : List.of("Paris, x=1", "Paris", "Paris\\, x\\=1")) {
                context.putMdc("place", place);
                context.info("mdcEscaped", "text");
                context.clearMdc();
            }

            assertThat(scrape().series("condition_mdc_escaped_total")).isEqualTo(Map.of("{place=Paris, x=1}", 1.0));
        }
    }

    @Test
    default void field_takesGlobsAndBareKeys() {
        try (LoggingContext context = open("conditions")) {
            context.logFields("field", Map.of("order", 42, "paid", true));
            context.logFields("field", Map.of("order", "47", "paid", "no"));
            context.logFields("field", Map.of("order", 52, "paid", true));
            context.logFields("field", Map.of("order", 42));
            context.info("field", "text");

            assertThat(scrape().series("condition_field_total"))
                    .isEqualTo(Map.of("{order=42}", 1.0, "{order=47}", 1.0));
        }
    }

    @Test
    default void exclude_countsNothingThatMeetsAllOfOneOfThem() {
        try (LoggingContext context = open("conditions")) {
            context.log("exclude", "INFO", null, "{} served", "counted");
            context.log("exclude", "ERROR", null, "{} served", "level");
            context.log("exclude", "INFO", null, "{} health check", "both");
            context.log("exclude", "WARN", null, "{} health check", "one-of-two");
            context.log("exclude", "INFO", null, "{} is a ping", "message");
            context.log("exclude", "INFO", null, "{} failed", "exception", new FileNotFoundException("x"));
            context.log("exclude", "INFO", null, "{} took 123 ms", "regex");
            context.putMdc("synthetic", "true");
            context.log("exclude", "INFO", null, "{} served", "mdc");
            context.clearMdc();

            assertThat(scrape().series("condition_exclude_total"))
                    .isEqualTo(Map.of("{case=counted}", 1.0, "{case=one-of-two}", 1.0));
        }
    }

    @Test
    default void conditions_mustAllHold() {
        try (LoggingContext context = open("conditions")) {
            context.putMdc("tenant", "acme");
            context.log("all.shop", "WARN", "ALERT", "{} slow disk", "counted");
            context.log("all.shop", "INFO", "ALERT", "{} slow disk", "level");
            context.log("all", "WARN", "ALERT", "{} slow disk", "logger");
            context.log("all.shop", "WARN", null, "{} slow disk", "marker");
            context.log("all.shop", "WARN", "ALERT", "{} slow net", "contains");
            context.log("all.shop", "WARN", "ALERT", "{} slowest disk", "message");
            context.clearMdc();
            context.log("all.shop", "WARN", "ALERT", "{} slow disk", "mdc");

            assertThat(scrape().series("condition_all_total")).isEqualTo(Map.of("{case=counted}", 1.0));
        }
    }
}
