package io.github.logtally.config;

import static io.github.logtally.config.Configurations.counter;
import static io.github.logtally.config.Configurations.element;
import static io.github.logtally.config.Configurations.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake each, and what the user reads about it. */
class RefusedRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lables|method|a Counter has no such setting; did you mean 'labels'? Its settings are name, help, unit, labels,"
                        + " level, ",
                "minlevel|WARN|did you mean 'minLevel'?",
                "buckets|1|a Counter has no such setting: it belongs to Histogram.",
                "quantiles|0.5|a Counter has no such setting: it belongs to Summary.",
                "operation|inc|a Counter has no such setting: it belongs to Gauge.",
                "map|a=b|a Counter has no such setting: it belongs to Label.",
                "level|WRAN|'WRAN' is no level; did you mean 'WARN'? The levels are TRACE, DEBUG, INFO, WARN, AUDIT, ERROR.",
                "level|''|is empty.",
                "level|WARN,|an item of the list",
                "level|WARNING|'WARNING' is no level; did you mean 'WARN'?",
                "minLevel|nope|'nope' is no level. The levels are",
                "maxLevel|''|is empty.",
                "logger|com.acme.*|'com.acme.*' is no name of a logger: a name takes all loggers below it, too; did you mean"
                        + " 'com.acme'?",
                "logger|com.acme.|did you mean 'com.acme'?",
                "logger|*|'*' is no name of a logger",
                "logger|''|is empty.",
                "marker|''|is empty.",
                "message|''|is empty.",
                "message|{a}{b}|nothing stands between a hole and the hole '{b}'",
                "contains|' '|is empty.",
                "regex|(?<level>x)|a group cannot be named 'level': {level} is a built-in reference.",
                "regex|(a|'(a' is no regular expression: Unclosed group near character 3.",
                "exception|java.io.*|'java.io.*' is no name of a class",
                "exception|a b|'a b' is no name of a class",
                "exception|''|is empty.",
                "rootCause|java..io|'java..io' is no name of a class",
                "rootCause|java.io.|is no name of a class",
                "rootCause|A, B|for several classes write several rules that share one metric.",
                "mdc|=x|'=x' has no key: write key=value, or a bare key.",
                "field|''|is empty.",
                "value|-1|'-1' is negative: a Counter only adds.",
                "value|{mdc:x:--1}|'-1' is negative: a Counter only adds.",
                "value|NaN|'NaN' is no finite number.",
                "value|abc|'abc' is no number: a constant is a number such as 250 or 1.5s.",
                "value|{mdc:x:-none}|'none' is no number: a default of a value is a number",
                "value|{nope}|{nope} is nothing an event could fill. This rule's message and regex capture nothing;",
                "value|''|is empty.",
                "valueUnit|ms|has no meaning without value.",
                "unit|a b|'a b' is no unit for the metadata: it has letters, digits and _; did you mean 'a_b'?",
                "name|''|is empty.",
                "name|http-requests|'http-requests' is no name of a metric: it has letters, digits, _ and : and begins with no"
                        + " digit; did you mean 'http_requests'?",
                "name|9x|did you mean '_9x'?",
                "name|logtally_x|'logtally_x' begins with logtally_ as Logtally's own metrics do. Choose another name.",
                "name|_total|'_total' is no name: nothing stands before _total.",
                "name|x_info|'x_info': the name of a Counter cannot end with _info, which has a meaning of its own on the metrics page;"
                        + " did you mean 'x'?",
                "name|x_bucket_total|cannot end with _bucket, which has a meaning of its own on the metrics page; did you mean"
                        + " 'x_total'?",
                "name|x_total_total|cannot end with _total",
                "maxSeries|many|'many' is not allowed",
                "exemplars|''|is empty.",
            })
    void counter_thatIsRefused(String setting, String value, String message) {
        assertThat(problems(counter(setting, value)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Counter ")
                .contains(", " + setting + ": ")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gauge|operation|inc|a Gauge with operation inc changes by 1 and has no value; did you mean operation 'add'?",
                "Gauge|operation|dec|did you mean operation 'sub'?",
                "Gauge|operation|sett|'sett' is not allowed; did you mean 'set'? It is one of set, add, sub, max, min, inc, dec.",
                "Gauge|name|x_total|the name of a Gauge cannot end with _total",
                "Gauge|name|x_created|the name of a Gauge cannot end with _created",
                "Histogram|name|x_bucket|the name of a Histogram cannot end with _bucket",
                "Histogram|native|yes|'yes' is neither 'true' nor 'false'.",
                "Histogram|native|''|'' is neither 'true' nor 'false'.",
                "Histogram|buckets|1, 1|the upper bounds must ascend",
                "Histogram|quantiles|0.5|a Histogram has no such setting: it belongs to Summary.",
                "Histogram|valueUnit|mss|'mss' is no unit. The units are ns, us, ms, s, min, h, d, B, KB, KiB, MB, MiB, GB, GiB,"
                        + " percent.",
                "Histogram|valueUnit|seconds|'seconds' is no unit; did you mean 's'?",
                "Histogram|valueUnit|kib|'kib' is no unit; did you mean 'KiB'?",
                "Histogram|value|5 KiB|'5 KiB' has a unit that measures something else than valueUnit.",
                "Summary|maxAge|500ms|'500ms' is not allowed: write whole seconds, 1s or more.",
                "Summary|maxAge|0s|the duration must be longer than 0.",
                "Summary|quantiles|2|'2' is no quantile",
            })
    void otherKind_thatIsRefused(String kind, String setting, String value, String message) {
        assertThat(problems(element(kind, "name", "x", "value", "5", "valueUnit", "ms")
                        .with(setting, value)))
                .isNotEmpty()
                .first()
                .asString()
                .startsWith(kind + " '")
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gauge|a Gauge needs what it reads",
                "Histogram|a Histogram needs what it reads",
                "Summary|a Summary needs what it reads"
            })
    void value_thatIsMissing(String kind, String message) {
        assertThat(problems(element(kind, "name", "x")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(kind + " 'x', value: is missing: ")
                .contains(message);
    }

    @Test
    void value_thatLacksItsBraces() {
        assertThat(problems(counter("message", "took {ms}", "value", "ms")))
                .containsExactly(
                        "Counter 'x_total', value: 'ms' is no number: a constant is a number such as 250 or 1.5s; did"
                                + " you mean '{ms}'?");
    }

    @Test
    void buckets_ofANativeHistogram() {
        assertThat(problems(element("Histogram", "name", "h", "value", "1", "native", "true", "buckets", "1, 2")))
                .containsExactly(
                        "Histogram 'h', buckets: a native histogram finds its own buckets: remove either buckets or"
                                + " native.");
    }

    @Test
    void settingOfAnotherKind_isNotReadToo() {
        assertThat(problems(counter("native", "perhaps", "quantiles", "x", "maxAge", "y")))
                .hasSize(3);
    }

    @Test
    void name_thatIsMissing() {
        assertThat(problems(element("Counter")))
                .containsExactly("Counter (rule 1), name: is missing: a Counter needs a name.");
    }

    @Test
    void levels_namedTheOtherWayRound() {
        assertThat(problems(counter("minLevel", "ERROR", "maxLevel", "warn")))
                .containsExactly(
                        "Counter 'x_total', minLevel, maxLevel: no level is at least ERROR and at most warn: minLevel"
                                + " is the least severe level taken and maxLevel the most severe one (Log4j's LevelRangeFilter names"
                                + " them the other way round). Swap the two.");
    }

    @Test
    void levels_outsideTheRange() {
        assertThat(problems(counter("level", "debug", "minLevel", "INFO")))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Counter 'x_total', level: none of DEBUG is within minLevel and maxLevel: ");
    }

    @Test
    void group_namedAsAHole() {
        assertThat(problems(counter("message", "a {id}", "regex", "(?<id>x)")))
                .containsExactly(
                        "Counter 'x_total', regex: a group and a hole of the message pattern are both named 'id'."
                                + " Choose another name for one of them.");
    }

    @Test
    void mistakeInTheMessage_isNotRepeatedForItsCaptures() {
        assertThat(problems(counter("message", "a {id", "labels", "id, level", "value", "{id}")))
                .hasSize(1);
    }

    @Test
    void mistakes_areAllSaid() {
        assertThat(problems(counter("level", "x, y", "minLevel", "z", "labels", "q", "maxSeries", "-1", "foo", "bar")))
                .hasSize(6);
    }

    @Test
    void exclude_thatIsRefused() {
        assertThat(problems(counter()
                        .child(element("Exclude"))
                        .child(element("Exclude", "level", "x", "name", "y").child(element("Label")))))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Counter 'x_total' > Exclude 1: states nothing and so would exclude every event."))
                .anySatisfy(
                        text -> assertThat(text).startsWith("Counter 'x_total' > Exclude 2, level: 'x' is no level"))
                .anySatisfy(text -> assertThat(text)
                        .startsWith("Counter 'x_total' > Exclude 2, name: an Exclude has no such setting"))
                .anySatisfy(text -> assertThat(text)
                        .isEqualTo("Counter 'x_total' > Exclude 2, Label: an Exclude has no elements in it."));
    }

    @Test
    void element_thatRulesDoNotHave() {
        assertThat(problems(counter().child(element("Lable"))))
                .containsExactly(
                        "Counter 'x_total', Lable: a rule has no such element; did you mean 'Label'? Its elements are"
                                + " Label, Exclude.");
    }

    @Test
    void textOfTheUser_isCut() {
        String text = problems(counter("level", "x".repeat(10_000))).get(0);

        assertThat(text).contains("'" + "x".repeat(80) + "...'").hasSizeLessThan(300);
    }

    @Test
    void namespace_countsForReservedNames() {
        AppenderConfig config =
                Configurations.compile(Configurations.appender(element("Gauge", "name", "bucket", "value", "1"))
                        .with("namespace", "x"));

        assertThat(Configurations.texts(config))
                .containsExactly(
                        "Gauge 'bucket', name: 'x_bucket': the name of a Gauge cannot end with _bucket, which has a meaning of its"
                                + " own on the metrics page.");
    }
}
