package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logtally.config.QuantityReader.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a value is a finite number, rounded as the JDK rounds it, or none. */
class ValueFuzzTest {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern SECONDS = Pattern.compile("PT([0-9]{1,6})(?:\\.([0-9]{1,9}))?S");

    @DictionaryEntries({
        "1,234",
        "0x10",
        "NaN",
        "Infinity",
        "1e309",
        "PT0.25S",
        "P1DT2H",
        "12 KiB",
        "250ms",
        "50%",
        "-0",
        "3µs"
    })
    @FuzzTest(maxDuration = "20s")
    void text_isAFiniteNumberOrNone(FuzzedDataProvider data) {
        Unit unit = data.consumeBoolean() ? data.pickValue(Unit.values()) : null;
        double number = data.consumeRegularDouble();
        String text = data.consumeRemainingAsString();

        QuantityReader reader = new QuantityReader();
        Result result = reader.read(text, 0, text.length(), unit);
        if (result == Result.OK) {
            assertThat(reader.value()).isFinite();
            assertThat(1 / reader.value()).isNotEqualTo(Double.NEGATIVE_INFINITY);
        }
        assertSameWithinOtherText(text, unit, result, reader.value());
        if (PLAIN.matcher(text).matches()) {
            assertRoundedAsByTheJdk(text);
        }
        if (SECONDS.matcher(text).matches() && unit == null) {
            assertThat(reader.value()).isEqualTo(Duration.parse(text).toNanos() / 1e9);
        }
        assertRoundTrip(number);
    }

    private static void assertSameWithinOtherText(String text, @Nullable Unit unit, Result result, double value) {
        QuantityReader reader = new QuantityReader();
        String around = "9s" + text + "e7";
        assertThat(reader.read(around, 2, 2 + text.length(), unit)).isEqualTo(result);
        if (result == Result.OK) {
            assertThat(reader.value()).isEqualTo(value);
        }
    }

    private static void assertRoundedAsByTheJdk(String text) {
        double expected = new BigDecimal(text).doubleValue();
        QuantityReader reader = new QuantityReader();
        Result result = reader.read(text, 0, text.length(), null);
        if (Double.isInfinite(expected)) {
            assertThat(result).isEqualTo(Result.NOT_FINITE);
        } else {
            assertThat(result).isEqualTo(Result.OK);
            assertThat(reader.value()).isEqualTo(expected + 0.0);
        }
    }

    private static void assertRoundTrip(double number) {
        String text = Double.toString(number);
        QuantityReader reader = new QuantityReader();
        assertThat(reader.read(text, 0, text.length(), null)).isEqualTo(Result.OK);
        assertThat(reader.value()).isEqualTo(number + 0.0);
    }
}
