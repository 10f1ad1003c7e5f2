package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code value} reads and what it makes of it: {@code values.xml}. */
interface ValueContract extends AppenderFixture {
    @ParameterizedTest
    @CsvSource({
        "250, 250",
        "-5, -5",
        "0.125, 0.125",
        "1e3, 1000",
        "1.5E-3, 0.0015",
        "1.5s, 1.5",
        "250ms, 0.25",
        "9ms, 0.009",
        "9 ms, 0.009",
        "17us, 0.000017",
        "3ns, 3e-9",
        "2min, 120",
        "2h, 7200",
        "1d, 86400",
        "PT0.25S, 0.25",
        "PT1H30M, 5400",
        "512B, 512",
        "12 KiB, 12288",
        "3KB, 3000",
        "2MB, 2e6",
        "1MiB, 1048576",
        "1GB, 1e9",
        "1 GiB, 1073741824"
    })
    default void text_isReadAsNumberWithUnit(String text, double value) {
        try (LoggingContext context = open("values")) {
            context.info("text", "Took {} in argument", text);
            context.info("text", "Took " + text + " in text");

            Scrape scrape = scrape();
            assertThat(scrape.value("value_text", "how", "argument", "text", text))
                    .isEqualTo(value);
            assertThat(scrape.value("value_text", "how", "text", "text", text)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ns, 9, 9e-9",
        "us, 9, 0.000009",
        "ms, 9, 0.009",
        "s, 9, 9",
        "min, 9, 540",
        "h, 9, 32400",
        "d, 9, 777600",
        "B, 9, 9",
        "KB, 9, 9000",
        "KiB, 9, 9216",
        "MB, 9, 9e6",
        "MiB, 9, 9437184",
        "GB, 9, 9e9",
        "GiB, 9, 9663676416",
        "percent, 9, 0.09",
        "percent, 150, 1.5"
    })
    default void valueUnit_convertsABareNumber(String unit, int number, double value) {
        try (LoggingContext context = open("values")) {
            context.info("unit", "Unit " + unit + " of {}", number);
            assertThat(scrape().value("value_unit", "unit", unit)).isEqualTo(value);

            context.info("unit", "Unit {} of {}", unit, -number);
            assertThat(scrape().value("value_unit", "unit", unit)).isEqualTo(-value);

            context.info("unit", "Unit " + unit + " of " + number);
            assertThat(scrape().value("value_unit", "unit", unit)).isEqualTo(value);
        }
    }

    @Test
    default void number_isReadAsItIs() {
        try (LoggingContext context = open("values")) {
            Map<Object, Double> numbers = new LinkedHashMap<>();
            numbers.put((byte) 1, 1.0);
            numbers.put((short) -2, -2.0);
            numbers.put(3, 3.0);
            numbers.put(4_000_000_000L, 4e9);
            numbers.put(0.1f, 0.1);
            numbers.put(0.3, 0.3);
            numbers.put(new BigDecimal("2.5"), 2.5);
            numbers.put(new AtomicLong(7), 7.0);
            numbers.forEach((number, value) -> {
                context.info("number", "Number {} as argument", number);
                assertThat(scrape().value("value_number")).as("%s", number).isEqualTo(value);
                context.info("number", "Number 1000 as text");
                context.info("number", "Number " + number + " as text");
                assertThat(scrape().value("value_number")).as("%s", number).isEqualTo(value);
            });
        }
    }

    @Test
    default void duration_isInSeconds() {
        try (LoggingContext context = open("values")) {
            context.info("duration", "Slept {} as argument", Duration.ofMillis(9));
            context.info("duration", "Slept " + Duration.ofMillis(9) + " as text");
            context.info("duration", "Slept {} as negative", Duration.ofMillis(-1500));

            assertThat(scrape().series("value_duration"))
                    .isEqualTo(Map.of("{how=argument}", 0.009, "{how=text}", 0.009, "{how=negative}", -1.5));
        }
    }

    @Test
    default void unitOfTheValue_goesBeforeValueUnit() {
        try (LoggingContext context = open("values")) {
            context.info("unitOverride", "Ran {} as bare", 250);
            context.info("unitOverride", "Ran {} as duration", Duration.ofSeconds(3));
            context.info("unitOverride", "Ran {} as text", "1.5s");
            context.info("unitOverride", "Ran PT2S as concatenated");

            assertThat(scrape().series("value_unit_override"))
                    .isEqualTo(Map.of(
                            "{how=bare}", 0.25,
                            "{how=duration}", 3.0,
                            "{how=text}", 1.5,
                            "{how=concatenated}", 2.0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,234", "abc", "1.2.3", "0x10", "--1", "1 234", "1f", "5 parsecs"})
    default void textThatIsNoNumber_isNotCounted(String text) {
        try (LoggingContext context = open("values")) {
            context.info("text", "Took {} in argument", text);
            context.info("text", "Took " + text + " in text");

            assertThat(scrape().series("value_text").keySet())
                    .noneMatch(series -> series.contains("text=" + text + "}"));
        }
    }

    @Test
    default void value_mayComeFromElsewhere() {
        try (LoggingContext context = open("values")) {
            context.putMdc("cost", "1.5");
            context.info("mdc", "text");
            context.clearMdc();
            context.logFields("field", Map.of("bytes", 12));
            context.logFields("fieldDuration", Map.of("took", Duration.ofMillis(9)));
            context.info("argument", "{} and {}", "x", 13);
            context.info("constant", "text");
            context.info("defaulted", "text");

            Scrape scrape = scrape();
            assertThat(scrape.value("value_mdc_total")).isEqualTo(1.5);
            assertThat(scrape.value("value_field_total")).isEqualTo(12);
            assertThat(scrape.value("value_field_seconds_total")).isEqualTo(0.009);
            assertThat(scrape.value("value_argument_total")).isEqualTo(13);
            assertThat(scrape.value("value_constant_total")).isEqualTo(2.5);
            assertThat(scrape.value("value_defaulted_total")).isEqualTo(4);
        }
    }

    @Test
    default void counter_addsValues() {
        try (LoggingContext context = open("values")) {
            for (Object bytes : new Object[] {10, 0, 2.5, "1e2"}) {
                context.info("sum", "Sent {} bytes", bytes);
            }

            assertThat(scrape().value("value_sum_total")).isEqualTo(112.5);
        }
    }
}
