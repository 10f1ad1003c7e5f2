package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What becomes of the objects that an application logs: {@code arguments.xml}. */
interface ArgumentContract extends AppenderFixture {
    /** How often the framework itself makes an argument text before it calls an appender. */
    int renderingsByFramework();

    @Test
    default void argument_isTheTextTheMessageHas() {
        try (LoggingContext context = open("arguments")) {
            List<Object> arguments = List.of(
                    "text",
                    CharBuffer.wrap("builder"),
                    'c',
                    true,
                    (byte) 1,
                    (short) 2,
                    3,
                    4L,
                    0.1f,
                    1e10,
                    -0.0,
                    1.0,
                    new BigDecimal("1.50"),
                    new AtomicInteger(7),
                    DayOfWeek.MONDAY,
                    List.of(1, "a"),
                    new int[] {1, 2},
                    new Object[] {"x", new String[] {"y", "z"}},
                    new Named("named"));
            for (Object argument : arguments) {
                context.info("text", "Argument {} of {}", argument, "template");
            }

            Scrape scrape = scrape();
            assertThat(scrape.series("argument_text_total")).hasSize(arguments.size());
            scrape.series("argument_text_total").forEach((series, count) -> {
                String text = series.substring("{argument=".length(), series.indexOf(", message="));
                assertThat(series).endsWith("message=Argument " + text + " of template}");
                assertThat(count).isEqualTo(1);
            });
            assertThat(scrape.series("argument_text_total").keySet().toString())
                    .contains("=text,", "=c,", "=0.1,", "=1.50,", "=MONDAY,", "=[1, 2],", "=named,");
        }
    }

    @Test
    default void nullArgument_isTheTextNull() {
        try (LoggingContext context = open("arguments")) {
            context.info("null", "Argument {} of {}", null, "x");
            context.info("null", "Argument null of x");

            assertThat(scrape().series("argument_null_total")).isEqualTo(Map.of("{argument=null}", 2.0));
        }
    }

    @Test
    default void mutableArgument_isThatOfTheMomentOfLogging() {
        try (LoggingContext context = open("arguments")) {
            StringBuilder text = new StringBuilder("before");
            List<Object> list = new ArrayList<>(List.of("before"));
            int[] array = {1};
            Object[] nested = {array};
            AtomicInteger number = new AtomicInteger(1);
            context.info("mutable", "Argument {} {} {} {} {}", text, list, array, nested, number);
            text.setLength(0);
            text.append("after");
            list.set(0, "after");
            array[0] = 2;
            number.set(2);

            assertThat(scrape().series("argument_mutable_total"))
                    .isEqualTo(Map.of("{array=[1], list=[before], nested=[[1]], number=1, text=before}", 1.0));
        }
    }

    @Test
    default void argument_isMadeTextAtMostOnceBesideTheFramework() {
        try (LoggingContext context = open("arguments")) {
            AtomicInteger calls = new AtomicInteger();
            Object counting = new Object() {
                @Override
                public String toString() {
                    return "call " + calls.incrementAndGet();
                }
            };
            context.info("once", "Argument {} of {}", counting, "x");

            assertThat(calls.get()).isBetween(1, renderingsByFramework() + 1);
            assertThat(scrape().series("argument_once_total")).hasSize(1);
            assertThat(scrape().value("argument_once_text_total")).isEqualTo(1);
        }
    }

    @Test
    default void argumentWhoseToStringThrows_harmsNothingElse() {
        try (LoggingContext context = open("arguments")) {
            for (Throwable failure : List.of(
                    new IllegalStateException("toString"),
                    new IOException("toString"),
                    new AssertionError("toString"),
                    new StackOverflowError())) {
                assertThatCode(() -> context.info("throwing", "Argument {} of {}", new Throwing(failure), "x"))
                        .as("toString throws %s", failure)
                        .doesNotThrowAnyException();
            }
            context.info("throwing", "Argument {} of {}", "fine", "x");

            Scrape scrape = scrape();
            assertThat(scrape.value("argument_throwing_other_total")).isEqualTo(5);
            assertThat(scrape.series("argument_throwing_total")).containsEntry("{argument=fine}", 1.0);
            double counted = scrape.series("argument_throwing_total").values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double failed = scrape.value(
                    "logtally_rule_failures_total",
                    "appender",
                    "arguments",
                    "metric",
                    "argument_throwing_total",
                    "reason",
                    "to_string");
            assertThat(counted + failed).as("counted or failed").isEqualTo(5);
        }
    }

    @Test
    default void argumentWhoseToStringLogs_isCountedOnce() {
        try (LoggingContext context = open("arguments")) {
            Object logging = new Object() {
                @Override
                public String toString() {
                    context.info("loggingInner", "Inner {} here", "argument");
                    return "outer";
                }
            };
            context.info("loggingOuter", "Outer {} of {}", logging, "x");

            Scrape scrape = scrape();
            assertThat(scrape.series("argument_logging_outer_total"))
                    .isEqualTo(Map.of("{argument=outer, second=x}", 1.0));
            assertThat(scrape.series("argument_logging_inner_total")).containsOnlyKeys("{argument=argument}");
        }
    }

    @Test
    default void fieldWhoseToStringThrows_harmsNothingElse() {
        try (LoggingContext context = open("arguments")) {
            assertThatCode(() -> context.logFields(
                            "field", Map.of("good", "x", "bad", new Throwing(new IllegalStateException()))))
                    .doesNotThrowAnyException();

            assertThat(scrape().series("argument_field_total")).isEqualTo(Map.of("{good=x}", 1.0));
        }
    }

    /** An object with a {@code toString} of its own. */
    record Named(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** An object that cannot be made text. */
    record Throwing(Throwable failure) {
        @Override
        public String toString() {
            return raise(failure);
        }

        @SuppressWarnings("unchecked")
        private static <T extends Throwable> String raise(Throwable failure) throws T {
            throw (T) failure;
        }
    }
}
