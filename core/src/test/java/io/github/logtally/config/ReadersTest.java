package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logtally.config.ListReader.Item;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers of single settings: lists, durations, buckets, regular expressions, and the nearest name. */
class ReadersTest {
    @Test
    void list_splitsAtCommasAndFirstEquals() throws Mistake {
        assertThat(ListReader.items("a, b = c=d ,e="))
                .containsExactly(new Item("a", "a", null), new Item("b = c=d", "b", "c=d"), new Item("e=", "e", ""));
    }

    @Test
    void list_backslashTakesCommaAndEqualsLiterally() throws Mistake {
        assertThat(ListReader.items("a\\,b, c\\=d=e, f\\g\\"))
                .containsExactly(
                        new Item("a,b", "a,b", null),
                        new Item("c=d=e", "c=d", "e"),
                        new Item("f\\g\\", "f\\g\\", null));
    }

    @Test
    void list_commaInReferenceDoesNotSplit() throws Mistake {
        assertThat(ListReader.itemsWithReferences("a={mdc:x:-1,2=3}, b"))
                .containsExactly(new Item("a={mdc:x:-1,2=3}", "a", "{mdc:x:-1,2=3}"), new Item("b", "b", null));
        assertThat(ListReader.texts("{1,2}")).containsExactly("{1", "2}");
        assertThat(ListReader.itemsWithReferences("a={b, c")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",a", "a,", " , "})
    void list_withEmptyItem(String text) {
        assertThatThrownBy(() -> ListReader.items(text)).hasMessageContaining("an item of the list");
    }

    @ParameterizedTest
    @CsvSource({
        "30s, PT30S",
        "500ms, PT0.5S",
        "5 min, PT5M",
        "1h, PT1H",
        "2d, PT48H",
        "1.5h, PT1H30M",
        "PT5S, PT5S",
        "pt5s, PT5S",
        "0s, PT0S",
        "100us, PT0.0001S",
        "7ns, PT0.000000007S",
        "36500d, PT876000H"
    })
    void duration(String text, Duration expected) throws Mistake {
        assertThat(DurationReader.read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty.",
                "30|'30' has no unit; did you mean '30s'? Write a number with its unit (ns, us, ms, s, min, h, d), such as 30s.",
                "5m|'5m' is no duration: 'm' is no unit of time; did you mean 'min'?",
                "5 seconds|did you mean 's'?",
                "5 millis|did you mean 'ms'?",
                "5 KB|'KB' is no unit of time",
                "-5s|'-5s' is no duration",
                "-PT5S|a duration is 0 to 36500d",
                "PT5X|'PT5X' is no duration",
                "36501d|a duration is 0 to 36500d",
                "999999999999999999d|a duration is 0 to 36500d",
                "s|'s' is no duration",
                "soon|'soon' is no duration",
            })
    void duration_thatIsRefused(String text, String message) {
        assertThatThrownBy(() -> DurationReader.read(text)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.005, 0.01, 1|0.005, 0.01, 1.0",
                "-1, 0, 1e3|-1.0, 0.0, 1000.0",
                "1, 2, +Inf|1.0, 2.0",
                ".5, 1.|0.5, 1.0",
                "exponential(0.1, 2, 4)|0.1, 0.2, 0.4, 0.8",
                "exponential(0.001, 10, 4)|0.001, 0.01, 0.1, 1.0",
                "linear(0.1, 0.1, 4)|0.1, 0.2, 0.3, 0.4",
                "Linear ( -1 , 1 , 3 )|-1.0, 0.0, 1.0",
            })
    void buckets(String text, String expected) throws Mistake {
        assertThat(BucketReader.buckets(text)).hasToString("[" + expected + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty.",
                "1, 1|the upper bounds must ascend: 1.0 stands behind 1.0.",
                "2, 1|the upper bounds must ascend: 1.0 stands behind 2.0.",
                "1, x|'x' is no plain number",
                "1, 5ms|'5ms' is no plain number",
                "1, NaN|'NaN' is no plain number",
                "1, +Inf, 3|'+Inf' is no plain number",
                "+Inf|0 buckets are not allowed",
                "1, 1e999|'1e999' is too large a number.",
                "1, 2,|an item of the list",
                "exponential(1, 2)|2 numbers are not enough or too many: write exponential(start, factor, count).",
                "exponential(0, 2, 3)|start must be greater than 0 and factor greater than 1.",
                "exponential(1, 1, 3)|start must be greater than 0 and factor greater than 1.",
                "exponential(1, 2, 201)|'201' is not allowed. Write a whole number from 1 to 200, digits only.",
                "exponential(1e300, 1e10, 3)|bucket 2 of 3 is too large a number.",
                "linear(1, 0, 3)|width must be greater than 0.",
                "linear(1e300, 1, 3)|the upper bounds must ascend",
                "linear()|is empty.",
                "exponentail(1, 2, 3)|'exponentail' makes no buckets; did you mean 'exponential'?",
                "exponential(1, 2, 3|'exponential(1' is no plain number",
            })
    void buckets_thatAreRefused(String text, String message) {
        assertThatThrownBy(() -> BucketReader.buckets(text)).hasMessageContaining(message);
    }

    @Test
    void buckets_inNumberAreBounded() {
        String many = String.join(",", Collections.nCopies(201, "1"));
        assertThatThrownBy(() -> BucketReader.buckets(many)).hasMessageContaining("201 buckets are not allowed");
    }

    @Test
    void quantiles_areSorted() throws Mistake {
        assertThat(BucketReader.quantiles("0.99, 0.5, 0, 1")).containsExactly(0.0, 0.5, 0.99, 1.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95|'95' is no quantile: it is a number from 0 to 1; did you mean '0.95'?",
                "-0.1|'-0.1' is no quantile",
                "0.5, 0.50|the quantile 0.50 is there twice.",
                "median|'median' is no plain number",
            })
    void quantiles_thatAreRefused(String text, String message) {
        assertThatThrownBy(() -> BucketReader.quantiles(text)).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?<a>x)(?<b2>y)|a, b2",
                "(?<b>x(?<a>y))|b, a",
                "\\(?<a>x|''",
                "\\Q(?<a>x)\\E(?<b>y)|b",
                "\\Q(?<a>x)|''",
                "[(?<a>x]|''",
                "(?x) (?<a>x) # (?<b>|a",
                "(?:x)(?=y)(?<!z)|''",
                "(?<a>x)\\k<a>|a",
            })
    void groups_ofRegex(String regex, String expected) throws Mistake {
        assertThat(String.join(", ", RegexReader.read(regex).groups())).isEqualTo(expected);
    }

    @Test
    void regex_thatIsRefused() {
        assertThatThrownBy(() -> RegexReader.read("a(b"))
                .hasMessage("'a(b' is no regular expression: Unclosed group near character 4.");
        assertThatThrownBy(() -> RegexReader.read("")).hasMessage("is empty.");
        assertThatThrownBy(() -> RegexReader.read("a".repeat(10_001)))
                .hasMessage("a regular expression of 10001 characters is too long: 10000 are allowed.");
    }

    @Test
    void regex_isRefusedOnOneShortLine() {
        assertThatThrownBy(() -> RegexReader.read("\\P\0"))
                .hasMessage("'\\P ' is no regular expression: Unknown character property name { } near character 3.");
        assertThatThrownBy(() -> RegexReader.read("\\p{" + "x".repeat(9_000) + "}"))
                .message()
                .contains("Unknown character property name {xxx")
                .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({"(, ), 5000", "[ab], '', 2500"})
    void regex_beyondTheStack(String open, String close, int depth) throws InterruptedException {
        String regex = open.repeat(depth) + close.repeat(depth);
        List<String> outcome = new CopyOnWriteArrayList<>();
        Runnable read = () -> {
            try {
                outcome.add(RegexReader.read(regex).pattern().pattern());
            } catch (Mistake mistake) {
                outcome.add(mistake.words());
            }
        };
        Thread small = new Thread(null, read, "small stack", 128 * 1024);
        small.start();
        small.join();
        assertThat(outcome)
                .hasSize(1)
                .first()
                .asString()
                .containsAnyOf("Stack overflow during pattern compilation", "nested too deeply");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "lables, labels",
                "Labels, labels",
                "label, labels",
                "regexp, regex",
                "messagePattern, message",
                "mess, message",
                "me, -",
                "minlevel, minLevel",
                "mesage, message",
                "emssage, message",
                "x, -",
                "completelyDifferent, -",
                "'', -",
            })
    void nearest(String found, String expected) {
        assertThat(Nearest.of(found, List.of("labels", "minLevel", "message", "regex")))
                .isEqualTo(expected);
    }

    @Test
    void quote_isOneShortLine() {
        assertThat(Words.quote("a\nb")).isEqualTo("'a b'");
        assertThat(Words.quote("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "...'");
        assertThat(Words.quote("x".repeat(79) + "\ud83d\ude00y")).isEqualTo("'" + "x".repeat(79) + "...'");
    }
}
