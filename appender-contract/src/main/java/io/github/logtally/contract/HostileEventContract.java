package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Events that are many, giant or odd: {@code hostile.xml}. */
interface HostileEventContract extends AppenderFixture {
    int MANY = 1_000_000;

    /** Bytes that the heap may grow by; a million things kept would take far more. */
    long NOISE = 8_000_000;

    /** Texts that formats, terminals and tools stumble over. */
    List<String> ODD_TEXTS = List.of(
            "\ud800",
            "\udc00 a",
            "\udc00\ud800",
            "\ud83d\ude00",
            "\u0000",
            "\u0001\u0008\u001b[31m",
            "\u007f\u0085",
            "a\nb",
            "a\r\nb\r",
            "\n",
            "\t",
            "\u2028\u2029",
            "\ufeff\ufffe\uffff",
            "\\",
            "\\n",
            "\"",
            "\"} 1\nx_total{a=\"",
            "{a=\"b\"}",
            "# HELP x y",
            "\u0661\u202e");

    @Test
    @Tag("million-events")
    default void templates_ofAMillionKinds_leaveTheHeapFlat() {
        try (LoggingContext context = open("hostile")) {
            assertHeapStaysFlat(i -> {
                switch (i % 3) {
                    case 0 -> context.info("templates", "Concatenated template " + i);
                    case 1 -> context.info("templates", "Template " + i + " of {} with {}", "one", i);
                    default -> context.info("templates", "Template {} with its own end " + i, "two");
                }
            });

            assertThat(total(scrape(), "hostile_template_total")).isEqualTo(MANY + MANY / 10.0);
        }
    }

    @Test
    @Tag("million-events")
    default void loggers_ofAMillionNames_leaveTheHeapFlat() {
        try (LoggingContext context = open("hostile")) {
            assertHeapStaysFlat(i -> context.append("many.Logger" + i, "One of many"));

            assertThat(total(scrape(), "hostile_logger_total")).isEqualTo(MANY + MANY / 10.0);
        }
    }

    /** Logs events {@link #MANY} times and a tenth of it before, and waits until they are counted. */
    static void assertHeapStaysFlat(IntConsumer event) {
        logEach(event, 0, MANY / 10);
        long before = usedHeap();
        logEach(event, MANY / 10, MANY + MANY / 10);
        assertThat(usedHeap() - before).as("growth of the heap in bytes").isLessThan(NOISE);
    }

    private static void logEach(IntConsumer event, int from, int to) {
        for (int i = from; i < to; i++) {
            event.accept(i);
            if (i % 2_000 == 0) {
                assertThat(Logtally.flush(PATIENCE)).isTrue();
            }
        }
        assertThat(Logtally.flush(PATIENCE)).isTrue();
    }

    private static double total(Scrape scrape, String metric) {
        return scrape.series(metric).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    @Test
    default void giantMessage_isCutAndCounted() {
        try (LoggingContext context = open("hostile")) {
            String giant = "g".repeat(10_000_000);
            double before = truncated(scrape());
            long heap = usedHeap();
            context.info("giant", "begin " + giant);
            context.info("giant", "begin {}", giant);
            context.info("giant", "begin {} of {}", giant, "x");
            context.info("giant", giant);
            assertThat(Logtally.flush(PATIENCE)).isTrue();
            assertThat(usedHeap() - heap).as("growth of the heap in bytes").isLessThan(NOISE);

            Scrape scrape = scrape();
            assertThat(scrape.series("hostile_giant_total")).isEqualTo(Map.of("{rest=" + "g".repeat(128) + "}", 3.0));
            assertThat(truncated(scrape) - before).isGreaterThanOrEqualTo(2);
            assertThat(scrape.value("hostile_giant_other_total")).isEqualTo(4);
        }
    }

    @Test
    default void manyArguments_areTextAndTheFirstAreArguments() {
        try (LoggingContext context = open("hostile")) {
            Object[] arguments = IntStream.range(0, 10_000).boxed().toArray();
            String template = IntStream.range(0, Math.min(10_000, context.mostHoles()))
                    .mapToObj(i -> "{}")
                    .collect(Collectors.joining(" "));
            context.info("manyArguments", template, arguments);
            context.info("manyArguments", "{} is all", arguments);

            assertThat(scrape().series("hostile_arguments_total")).isEqualTo(Map.of("{first=0, hundredth=99}", 2.0));
        }
    }

    @Test
    default void manyMdcEntries_areReadByName() {
        try (LoggingContext context = open("hostile")) {
            for (int i = 0; i < 1_000; i++) {
                context.putMdc("key" + i, "value" + i);
            }
            context.info("manyEntries", "text");
            context.clearMdc();
            context.info("manyEntries", "text");

            assertThat(scrape().series("hostile_mdc_total")).isEqualTo(Map.of("{last=value999}", 1.0));
        }
    }

    @Test
    default void oddTexts_areLabelValuesOrMended() {
        try (LoggingContext context = open("hostile")) {
            logOddTexts(context, "odd");

            Map<String, Double> series = scrape().series("hostile_odd_total");
            for (String text : ODD_TEXTS) {
                assertThat(series).as(text).containsEntry("{text=" + mended(text) + "}", 2.0);
            }
            assertThat(series).hasSize(ODD_TEXTS.size());
        }
    }

    /** Logs each odd text as an argument and within the message. */
    static void logOddTexts(LoggingContext context, String logger) {
        for (String text : ODD_TEXTS) {
            context.info(logger, "Odd {} text", text);
            // A template with braces of its own would be filled
            context.info(logger, "Odd " + text + " text");
        }
    }

    /** Half a surrogate pair has no bytes in UTF-8. */
    private static String mended(String text) {
        return text.codePoints()
                .mapToObj(c ->
                        c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? "\ufffd" : Character.toString(c))
                .collect(Collectors.joining());
    }

    private static double truncated(Scrape scrape) {
        return scrape.value("logtally_events_truncated_total", "appender", "hostile");
    }
}
