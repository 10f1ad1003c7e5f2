package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels, and what keeps their values few: {@code labels.xml}. */
interface LabelContract extends AppenderFixture {
    @Test
    default void labels_areNamesOrTemplates() {
        try (LoggingContext context = open("labels")) {
            context.putMdc("tenant", "acme");
            context.info("list", "Request {} status {}", "GET", 200);
            context.clearMdc();
            context.info("list", "Request {} status {}", "GET", 200);

            assertThat(scrape().series("label_list_total"))
                    .isEqualTo(Map.of(
                            "{method=GET, status=200, tenant=acme}", 1.0,
                            "{method=GET, status=200, tenant=none}", 1.0));
        }
    }

    @Test
    default void label_withNothingToGiveIsEmptyAndTheEventCounts() {
        try (LoggingContext context = open("labels")) {
            context.info("nothing", "text");

            assertThat(scrape().series("label_nothing_total"))
                    .isEqualTo(Map.of("{argument=, exception=, field=, marker=, tenant=}", 1.0));
        }
    }

    @Test
    default void label_keepsEveryCharacter() {
        try (LoggingContext context = open("labels")) {
            String text = "quote \" backslash \\ line\nbreak {brace} tab\t ü 😀";
            context.info("characters", "Said {}", text);

            assertThat(scrape().value("label_characters_total", "text", text)).isEqualTo(1);
        }
    }

    @Test
    default void map_takesTheFirstHitAndLeavesTheRest() {
        try (LoggingContext context = open("labels")) {
            for (int status : new int[] {200, 204, 404, 500, 302, 2000}) {
                context.info("map", "Status {}", status);
            }

            assertThat(scrape().series("label_map_total"))
                    .isEqualTo(Map.of(
                            "{all=ok, some=ok}", 2.0,
                            "{all=client_error, some=client_error}", 1.0,
                            "{all=other, some=500}", 1.0,
                            "{all=other, some=302}", 1.0,
                            "{all=other, some=2000}", 1.0));
        }
    }

    @Test
    default void replace_putsLiteralText() {
        try (LoggingContext context = open("labels")) {
            context.info("replace", "Path {}", "/user/12/order/345");
            context.info("replace", "Path {}", "/user/7/order/8");
            context.info("replace", "Path {}", "/health");

            assertThat(scrape().series("label_replace_total"))
                    .isEqualTo(Map.of("{path=/user/{n}/order/{n}}", 2.0, "{path=/health}", 1.0));
        }
    }

    @Test
    default void allow_makesAllElseOther() {
        try (LoggingContext context = open("labels")) {
            for (String method : List.of("GET", "POST", "get", "PATCH", "a,b")) {
                context.info("allow", "Method {}", method);
            }

            assertThat(scrape().series("label_allow_total"))
                    .isEqualTo(Map.of(
                            "{method=GET}", 1.0, "{method=POST}", 1.0, "{method=a,b}", 1.0, "{method=other}", 2.0));
        }
    }

    @Test
    default void measures_areAppliedInTheirOrder() {
        try (LoggingContext context = open("labels")) {
            for (String step : List.of("step-1", "step-22", "stop", "beyond-the-limit", "x")) {
                context.info("order", "At {}", step);
            }

            assertThat(scrape().series("label_order_total"))
                    .isEqualTo(Map.of("{at=numbered}", 2.0, "{at=beyond-t}", 1.0, "{at=other}", 2.0));
        }
    }

    @Test
    default void zero_isThereFromTheStart() {
        try (LoggingContext context = open("labels")) {
            assertThat(scrape().series("label_zero_total"))
                    .isEqualTo(Map.of("{outcome=ok}", 0.0, "{outcome=client_error}", 0.0, "{outcome=a,b}", 0.0));

            context.info("zero", "Outcome {}", "ok");
            context.info("zero", "Outcome {}", "new");
            assertThat(scrape().series("label_zero_total"))
                    .isEqualTo(Map.of(
                            "{outcome=ok}", 1.0,
                            "{outcome=client_error}", 0.0,
                            "{outcome=a,b}", 0.0,
                            "{outcome=new}", 1.0));
        }
    }

    @Test
    default void zero_hasOtherLabelsAsAnEventWithoutThemHas() {
        try (LoggingContext context = open("labels")) {
            assertThat(scrape().series("label_zero_shaped_total"))
                    .isEqualTo(Map.of("{outcome=ok, shop=other, tenant=none}", 0.0));

            context.info("zeroShaped", "Paid {} to {}", "ok", "");
            assertThat(scrape().series("label_zero_shaped_total"))
                    .isEqualTo(Map.of("{outcome=ok, shop=other, tenant=none}", 1.0));
        }
    }

    @Test
    default void counterWithoutLabels_isThereFromTheStart() {
        try (LoggingContext context = open("labels")) {
            assertThat(context.problems()).isEmpty();
            assertThat(scrape().series("label_none_total")).isEqualTo(Map.of("{}", 0.0));
        }
    }

    @Test
    default void maxLabelLength_cutsBetweenCharacters() {
        try (LoggingContext context = open("labels")) {
            context.info("length", "User {}", "12345678");
            context.info("length", "User {}", "123456789");
            context.info("length", "User {}", "1234567😀");

            assertThat(scrape().series("label_length_total"))
                    .isEqualTo(Map.of("{user=12345678}", 2.0, "{user=1234567}", 1.0));
        }
    }

    @Test
    default void maxLabelLength_isBoundedByDefault() {
        try (LoggingContext context = open("labels")) {
            context.info("lengthDefault", "User {}", "x".repeat(128));
            context.info("lengthDefault", "User {}", "x".repeat(129));
            context.info("lengthDefault", "User " + "x".repeat(500));

            assertThat(scrape().series("label_length_default_total"))
                    .isEqualTo(Map.of("{user=" + "x".repeat(128) + "}", 3.0));
        }
    }

    @Test
    default void nestedLabels_followTheList() {
        try (LoggingContext context = open("labels")) {
            context.info("nested", "Request {} status {}", "GET", 200);

            assertThat(scrape().series("label_nested_total"))
                    .isEqualTo(Map.of("{class=ok, logger=nested, method=GET}", 1.0));
        }
    }
}
