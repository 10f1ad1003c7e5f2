package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.QuantityReader.Result;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityReaderTest {
    private final QuantityReader reader = new QuantityReader();

    private Result read(String text, @Nullable Unit expected) {
        return reader.read(text, 0, text.length(), expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "250|250",
                "  250 |250",
                "+7|7",
                "-0.5|-0.5",
                ".5|0.5",
                "5.|5",
                "1e3|1000",
                "1E+3|1000",
                "25e-1|2.5",
                "000123|123",
                "0|0",
                "-0|0",
                "9007199254740993|9007199254740992",
                "123456789012345678901234567890|1.2345678901234568E29",
                "0.30000000000000004|0.30000000000000004",
                "1e-400|0",
                "4.9e-324|4.9E-324",
                "1.7976931348623157e308|1.7976931348623157E308",
                "1.5s|1.5",
                "1.5 s|1.5",
                "250ms|0.25",
                "9 ms|0.009",
                "-3us|-3.0E-6",
                "3µs|3.0E-6",
                "3 μs|3.0E-6",
                "7ns|7.0E-9",
                "2min|120",
                "1h|3600",
                "1 d|86400",
                "12 KiB|12288",
                "1 kB|1000",
                "1KB|1000",
                "2 MiB|2097152",
                "1 GB|1000000000",
                "512B|512",
                "50 percent|0.5",
                "50%|0.5",
                "1e3 ms|1",
                "PT0.25S|0.25",
                "-PT1M|-60",
                "+PT1M|60",
                "PT-1M|-60",
                "P1DT2H|93600",
                "pt5s|5",
                "P2D|172800",
            })
    void quantity_withoutValueUnit(String text, double expected) {
        assertThat(read(text, null)).isEqualTo(Result.OK);
        assertThat(reader.value()).isEqualTo(expected);
        assertThat(1 / reader.value()).as("no negative zero").isNotEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource({
        "9, MILLISECONDS, 0.009",
        "9 s, MILLISECONDS, 9",
        "2, KIBIBYTES, 2048",
        "12.5, PERCENT, 0.125",
        "PT5S, MILLISECONDS, 5",
        "1.1, SECONDS, 1.1",
    })
    void quantity_withValueUnit(String text, Unit unit, double expected) {
        assertThat(read(text, unit)).isEqualTo(Result.OK);
        assertThat(reader.value()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234",
                "1.234,5",
                "0x10",
                "5f",
                "1.2.3",
                "--5",
                "+-5",
                "+",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "abc",
                "5 apples",
                "1 2",
                "1_000",
                "٣",
                "5 MS",
                "P",
                "PT",
                "POST",
                "PASS",
                "PT5X",
                "P1W",
                "P1M",
                "PT1H2",
                "nano",
                "infinite",
                "Infinity s",
                "$5",
                "5 ms.",
                "PT99999999999999999999S"
            })
    void quantity_thatIsNoNumber(String text) {
        assertThat(read(text, null)).isEqualTo(Result.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NaN", "nan", "Infinity", "-Infinity", "+Inf", "inf", "1e309", "-1e999999999999", "1e308 d"})
    void quantity_thatIsNotFinite(String text) {
        assertThat(read(text, null)).isEqualTo(Result.NOT_FINITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n "})
    void quantity_thatIsMissing(String text) {
        assertThat(read(text, null)).isEqualTo(Result.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5 KiB", "5%", "1B"})
    void quantity_ofAnotherDimension(String text) {
        assertThat(read(text, Unit.MILLISECONDS)).isEqualTo(Result.UNIT);
    }

    @Test
    void duration_ofAnotherDimension() {
        assertThat(read("PT5S", Unit.BYTES)).isEqualTo(Result.UNIT);
    }

    @Test
    void range_isAllThatIsRead() {
        assertThat(reader.read("took 42ms!", 5, 9, null)).isEqualTo(Result.OK);
        assertThat(reader.value()).isEqualTo(0.042);
        assertThat(reader.read("S P", 2, 3, null)).isEqualTo(Result.NOT_A_NUMBER);
    }

    @Test
    void randomNumbers_areRoundedAsTheJdkRoundsThem() {
        Random random = new Random(20_240_601);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "-" : "");
            int digits = 1 + random.nextInt(22);
            int point = random.nextInt(2 * digits);
            for (int d = 0; d < digits; d++) {
                text.append(d == point ? "." : "").append((char) ('0' + random.nextInt(10)));
            }
            if (random.nextInt(3) == 0) {
                text.append('e').append(random.nextInt(80) - 40);
            }
            assertThat(read(text.toString(), null)).as(text.toString()).isEqualTo(Result.OK);
            double expected = new BigDecimal(text.toString()).doubleValue() + 0.0;
            assertThat(reader.value()).as(text.toString()).isEqualTo(expected);
        }
    }

    @Test
    void randomText_neverThrows() {
        Random random = new Random(7);
        String alphabet = "0123456789.,eE+-PTHMSDpt KiBnsµ%NaIf\t";
        Unit[] units = Unit.values();
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(10); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Result result = read(text.toString(), random.nextBoolean() ? units[random.nextInt(units.length)] : null);
            if (result == Result.OK) {
                assertThat(reader.value()).as(text.toString()).isFinite();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0.25S, 0.25",
        "PT0.009S, 0.009",
        "PT-0.1S, -0.1",
        "PT2501H0.1S, 9003600.1",
        "PT100000000H, 3.6E11",
        "PT0S, 0"
    })
    void seconds_ofDuration(Duration duration, double expected) {
        assertThat(QuantityReader.seconds(duration)).isEqualTo(expected);
    }
}
