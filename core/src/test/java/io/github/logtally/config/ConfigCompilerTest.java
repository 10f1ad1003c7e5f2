package io.github.logtally.config;

import static io.github.logtally.config.Configurations.appender;
import static io.github.logtally.config.Configurations.compile;
import static io.github.logtally.config.Configurations.compileRules;
import static io.github.logtally.config.Configurations.counter;
import static io.github.logtally.config.Configurations.element;
import static io.github.logtally.config.Configurations.rule;
import static io.github.logtally.config.Configurations.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.MetricDefinition.LabelBound;
import io.github.logtally.spi.Element;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCompilerTest {
    private static final String REQUEST = "Request {method} {path} took {ms} ms status {status}";

    @Test
    void configuration_ofTheDocumentation() {
        AppenderConfig config = compile(element("Logtally", "name", "metrics", "capacity", "8192")
                .child(element(
                        "Counter",
                        "name",
                        "http_requests_total",
                        "help",
                        "HTTP requests served",
                        "message",
                        REQUEST,
                        "labels",
                        "method, status"))
                .child(element(
                        "Histogram",
                        "name",
                        "http_request_duration_seconds",
                        "help",
                        "Time to serve a request",
                        "message",
                        REQUEST,
                        "value",
                        "{ms}",
                        "valueUnit",
                        "ms",
                        "buckets",
                        "0.005, 0.01, 0.05, 0.1, 0.5, 1, 5",
                        "labels",
                        "method"))
                .child(element(
                        "Counter",
                        "name",
                        "exceptions_total",
                        "minLevel",
                        "WARN",
                        "exception",
                        "java.lang.Exception",
                        "labels",
                        "level, exception, logger"))
                .child(element(
                        "Gauge",
                        "name",
                        "pool_active_connections",
                        "logger",
                        "com.zaxxer.hikari",
                        "message",
                        "{pool} - Pool stats (total={total}, active={active}, {*}",
                        "value",
                        "{active}",
                        "labels",
                        "pool")));

        assertThat(texts(config)).isEmpty();
        assertThat(config.refused()).isZero();
        assertThat(config.rules())
                .extracting(RuleDefinition::place)
                .containsExactly(
                        "Counter 'http_requests_total'",
                        "Histogram 'http_request_duration_seconds'",
                        "Counter 'exceptions_total'",
                        "Gauge 'pool_active_connections'");

        RuleDefinition counter = config.rules().get(0);
        assertThat(counter.metric().help()).isEqualTo("HTTP requests served");
        assertThat(counter.metric().kind()).isEqualTo(MetricKind.COUNTER);
        assertThat(counter.metric().labelNames()).containsExactly("method", "status");
        assertThat(counter.operation()).isEqualTo(Operation.ADD);
        assertThat(counter.value()).isNull();
        assertThat(counter.condition().message().captureNames()).containsExactly("method", "path", "ms", "status");

        RuleDefinition histogram = config.rules().get(1);
        assertThat(histogram.operation()).isEqualTo(Operation.OBSERVE);
        assertThat(histogram.valueUnit()).isEqualTo(Unit.MILLISECONDS);
        assertThat(histogram.metric().buckets()).containsExactly(0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0);

        RuleDefinition exceptions = config.rules().get(2);
        assertThat(exceptions.condition().level().takes("WARN", 3)).isTrue();
        assertThat(exceptions.condition().level().takes("INFO", 2)).isFalse();
        assertThat(exceptions.condition().exception()).isEqualTo("java.lang.Exception");
        assertThat(exceptions.metric().labelNames()).containsExactly("level", "exception", "logger");

        RuleDefinition gauge = config.rules().get(3);
        assertThat(gauge.operation()).isEqualTo(Operation.SET);
        assertThat(gauge.condition().loggers()).containsExactly("com.zaxxer.hikari");
    }

    @Test
    void kinds_whateverTheirCase() {
        AppenderConfig config = compileRules(
                element("counter", "name", "a"),
                element("GAUGE", "name", "b", "value", "1"),
                element("histogram", "name", "c", "value", "1"),
                element("Summary", "name", "d", "value", "1"));

        assertThat(texts(config)).isEmpty();
        assertThat(config.rules()).extracting(each -> each.metric().kind()).containsExactly(MetricKind.values());
    }

    @Test
    void noSettings_giveTheDefaults() {
        AppenderConfig config = compileRules(counter());

        assertThat(config.capacity()).isEqualTo(8192);
        assertThat(config.maxMessageLength()).isEqualTo(2048);
        assertThat(config.shutdownTimeout()).isEqualTo(Duration.ofSeconds(2));
        RuleDefinition rule = config.rules().get(0);
        assertThat(rule.condition()).isEqualTo(Condition.NONE);
        assertThat(rule.exemplars()).isEqualTo(ExemplarKeys.OFF);
        assertThat(rule.regexBudget()).isEqualTo(100_000);
        MetricDefinition metric = rule.metric();
        assertThat(metric.maxSeries()).isEqualTo(1000);
        assertThat(metric.onLimit()).isEqualTo(OnLimit.OVERFLOW);
        assertThat(metric.expireAfter()).isNull();
        assertThat(metric.exemplars()).isFalse();
        assertThat(metric.maxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(metric.help()).isEqualTo("Log events");
        assertThat(metric.unit()).isNull();
    }

    @Test
    void noRule_countsByLevelAndLogger() {
        AppenderConfig config =
                compile(element("Logtally", "namespace", "shop", "labels", "env=prod, logger={logger:1}"));

        assertThat(texts(config)).isEmpty();
        assertThat(config.rules()).hasSize(1);
        RuleDefinition rule = config.rules().get(0);
        assertThat(rule.metric().name()).isEqualTo("shop_log_events_total");
        assertThat(rule.metric().labelNames()).containsExactly("env", "logger", "level");
        assertThat(rule.condition()).isEqualTo(Condition.NONE);
        assertThat(rule.labels().get(1).value().pieces()).containsExactly(new Piece.Ref(new Reference.Logger(0), null));
    }

    @Test
    void allRulesRefused_countNothing() {
        AppenderConfig config = compileRules(element("Counter", "name", "no good"));

        assertThat(config.rules()).isEmpty();
        assertThat(config.refused()).isEqualTo(1);
    }

    @Test
    void rightRules_runBesideWrongOnes() {
        AppenderConfig config = compileRules(
                element("Counter", "name", "a_total"),
                element("Counter", "name", "b_total", "level", "WRAN"),
                element("Counter", "name", "c_total"));

        assertThat(config.rules()).extracting(each -> each.metric().name()).containsExactly("a_total", "c_total");
        assertThat(config.refused()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 2", "3, 4", "4, 4", "1000, 1024", "1048576, 1048576", "' 5 ', 8"})
    void capacity_isRoundedUpToAPowerOfTwo(String text, int expected) {
        AppenderConfig config = compile(appender(counter()).with("capacity", text));

        assertThat(texts(config)).isEmpty();
        assertThat(config.capacity()).isEqualTo(expected);
    }

    @Test
    void settingsOfTheAppender_areDefaultsOfTheRules() {
        AppenderConfig config = compile(appender(
                        counter("labels", "level"),
                        element(
                                "Counter",
                                "name",
                                "y_total",
                                "labels",
                                "level",
                                "maxSeries",
                                "7",
                                "maxValues",
                                "none",
                                "onLimit",
                                "overflow",
                                "expireAfter",
                                "never",
                                "maxLabelLength",
                                "9",
                                "regexBudget",
                                "11",
                                "exemplars",
                                "off"))
                .with("maxMessageLength", "100")
                .with("shutdownTimeout", "500ms")
                .with("maxSeries", "50")
                .with("maxValues", "5")
                .with("onLimit", "drop")
                .with("expireAfter", "1h")
                .with("maxLabelLength", "64")
                .with("regexBudget", "1000")
                .with("exemplars", "traceKey, spanKey"));

        assertThat(texts(config)).isEmpty();
        assertThat(config.maxMessageLength()).isEqualTo(100);
        assertThat(config.shutdownTimeout()).isEqualTo(Duration.ofMillis(500));
        RuleDefinition inheriting = config.rules().get(0);
        assertThat(inheriting.metric().maxSeries()).isEqualTo(50);
        assertThat(inheriting.metric().labels()).containsExactly(new LabelBound("level", 5));
        assertThat(inheriting.metric().onLimit()).isEqualTo(OnLimit.DROP);
        assertThat(inheriting.metric().expireAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(inheriting.metric().exemplars()).isTrue();
        assertThat(inheriting.labels().get(0).maxLength()).isEqualTo(64);
        assertThat(inheriting.labels().get(0).maxValues()).isEqualTo(5);
        assertThat(inheriting.regexBudget()).isEqualTo(1000);
        assertThat(inheriting.exemplars().pairs()).containsExactly(new ExemplarKeys.Pair("traceKey", "spanKey"));
        RuleDefinition own = config.rules().get(1);
        assertThat(own.metric().maxSeries()).isEqualTo(7);
        assertThat(own.metric().labels()).containsExactly(new LabelBound("level", 0));
        assertThat(own.metric().onLimit()).isEqualTo(OnLimit.OVERFLOW);
        assertThat(own.metric().expireAfter()).isNull();
        assertThat(own.metric().exemplars()).isFalse();
        assertThat(own.labels().get(0).maxLength()).isEqualTo(9);
        assertThat(own.regexBudget()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "capacity|0|'0' is not allowed. Write a whole number from 1 to 1048576, digits only.",
                "capacity|8k|'8k' is not allowed",
                "capacity|8,192|'8,192' is not allowed; did you mean '8192'?",
                "capacity|99999999999|'99999999999' is not allowed",
                "capacity|''|is empty.",
                "maxMessageLength|-1|'-1' is not allowed",
                "shutdownTimeout|2|'2' has no unit; did you mean '2s'?",
                "shutdownTimeout|2h|the longest is 1h.",
                "maxSeries|0|'0' is not allowed",
                "maxValues|0|'0' is not allowed",
                "onLimit|overflw|'overflw' is not allowed; did you mean 'overflow'?",
                "expireAfter|0s|the duration must be longer than 0.",
                "maxLabelLength|0|'0' is not allowed",
                "regexBudget|0|'0' is not allowed",
                "exemplars|on|'on' is not allowed. Write off, auto, or the two MDC keys",
                "exemplars|a, a|'a, a' is not allowed",
                "exemplars|a, b, c|'a, b, c' is not allowed",
                "capcity|1|the appender has no such setting; did you mean 'capacity'?",
                "buckets|1|the appender has no such setting: it belongs to Histogram.",
                "message|x|it belongs to Counter, Gauge, Histogram, Summary.",
            })
    void mistakeOfTheAppender_leavesTheDefaultAndTheRules(String setting, String value, String message) {
        AppenderConfig config = compile(appender(counter("labels", "level")).with(setting, value));

        assertThat(texts(config))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("appender 'metrics', " + setting + ": ")
                .contains(message);
        assertThat(config.refused()).isZero();
        AppenderConfig defaults = compile(appender(counter("labels", "level")));
        assertThat(config.rules()).isEqualTo(defaults.rules());
        assertThat(config.capacity()).isEqualTo(defaults.capacity());
        assertThat(config.maxMessageLength()).isEqualTo(defaults.maxMessageLength());
        assertThat(config.shutdownTimeout()).isEqualTo(defaults.shutdownTimeout());
    }

    @ParameterizedTest
    @CsvSource({
        "namespace, my-shop",
        "namespace, logtally",
        "labels, 'env={method}'",
        "labels, 'env=a, env=b'",
        "labels, mdc"
    })
    void mistakeInTheIdentityOfAllMetrics_refusesAllRules(String setting, String value) {
        AppenderConfig config = compile(appender(counter(), element("Counter", "name", "b", "level", "nope"))
                .with(setting, value));

        assertThat(config.rules()).isEmpty();
        assertThat(config.refused()).isEqualTo(2);
        assertThat(texts(config)).hasSize(3);
        assertThat(texts(config).get(0)).startsWith("appender 'metrics', " + setting + ": ");
        assertThat(texts(config).get(1))
                .isEqualTo("appender 'metrics': no rule can run before namespace and labels are right: every metric has"
                        + " them.");
        assertThat(texts(config).get(2)).startsWith("Counter 'b', level: 'nope' is no level");
    }

    @Test
    void namespace_isAPrefixOfEveryName() {
        AppenderConfig config = compile(appender(counter()).with("namespace", "shop"));

        assertThat(config.rules().get(0).metric().name()).isEqualTo("shop_x_total");
        assertThat(config.rules().get(0).place()).isEqualTo("Counter 'x_total'");
    }

    @Test
    void emptyNamespaceAndLabels_areNone() {
        AppenderConfig config =
                compile(appender(counter("labels", "")).with("namespace", " ").with("labels", ""));

        assertThat(texts(config)).isEmpty();
        assertThat(config.rules().get(0).metric().name()).isEqualTo("x_total");
        assertThat(config.rules().get(0).labels()).isEmpty();
    }

    @Test
    void labelsOfTheAppender_standFirstAndGiveWayToTheRules() {
        AppenderConfig config = compile(
                appender(counter("labels", "level, env=test").child(element("Label", "name", "zone", "value", "z")))
                        .with("labels", "app=shop, env=prod, zone={mdc:zone:-none}"));

        assertThat(texts(config)).isEmpty();
        RuleDefinition rule = config.rules().get(0);
        assertThat(rule.metric().labelNames()).containsExactly("app", "env", "zone", "level");
        assertThat(rule.labels())
                .extracting(label -> label.value().constant())
                .containsExactly("shop", "test", "z", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cuonter|Cuonter: there is no such rule; did you mean 'Counter'? The rules are Counter, Gauge, Histogram, Summary.",
                "Timer|Timer: there is no such rule. The rules are Counter, Gauge, Histogram, Summary.",
                "Label|Label: stands in a rule, not in the appender.",
                "exclude|exclude: stands in a rule, not in the appender.",
            })
    void elementThatIsNoRule_countsAsRefused(String kind, String problem) {
        AppenderConfig config = compileRules(element(kind));

        assertThat(texts(config)).hasSize(1).first().asString().isEqualTo(problem.replaceFirst(":", " (rule 1):"));
        assertThat(config.rules()).isEmpty();
        assertThat(config.refused()).isEqualTo(1);
    }

    @Test
    void places_haveANumberWhereTheNameDoesNotTell() {
        AppenderConfig config = compileRules(
                counter(), element("Counter"), counter(), element("Gauge", "name", "x_total", "value", "y"));

        assertThat(config.rules())
                .extracting(RuleDefinition::place)
                .containsExactly("Counter 'x_total' (rule 1)", "Counter 'x_total' (rule 3)");
        assertThat(config.problems()).extracting(Problem::place).contains("Counter (rule 2)", "Gauge 'x_total'");
    }

    @Test
    void exclude_isAConditionOfItsOwn() {
        RuleDefinition rule = rule(counter("message", "a {x}")
                .child(element("Exclude", "message", "a {x} b", "minLevel", "ERROR"))
                .child(element("exclude", "mdc", "health")));

        assertThat(rule.excludes()).hasSize(2);
        assertThat(rule.excludes().get(0).message().captureNames()).containsExactly("x");
        assertThat(rule.excludes().get(1).mdc()).containsExactly(new EntryCondition("health", null));
    }

    @Test
    void condition_withEverything() {
        Condition condition = rule(counter(
                        "level", "warn, AUDIT",
                        "minLevel", "info",
                        "maxLevel", "ERROR",
                        "logger", "com.acme, org.acme.Shop$Inner",
                        "marker", "SECURITY",
                        "message", "User {user}",
                        "contains", "User",
                        "regex", "(?<id>[0-9]+)",
                        "exception", "*",
                        "rootCause", "java.io.IOException",
                        "mdc", "tenant=acme, region=eu*, trace",
                        "field", "a\\=b=c\\,d, e="))
                .condition();

        assertThat(condition.level()).isEqualTo(new LevelCondition(java.util.Set.of("WARN", "AUDIT"), 2, 5));
        assertThat(condition.loggers()).containsExactly("com.acme", "org.acme.Shop$Inner");
        assertThat(condition.marker()).isEqualTo("SECURITY");
        assertThat(condition.contains()).isEqualTo("User");
        assertThat(condition.regex()).hasToString("(?<id>[0-9]+)");
        assertThat(condition.regexGroups()).containsExactly("id");
        assertThat(condition.exception()).isEqualTo("*");
        assertThat(condition.rootCause()).isEqualTo("java.io.IOException");
        assertThat(condition.mdc())
                .containsExactly(
                        new EntryCondition("tenant", new Glob("acme")),
                        new EntryCondition("region", new Glob("eu*")),
                        new EntryCondition("trace", null));
        assertThat(condition.fields())
                .containsExactly(new EntryCondition("a=b", new Glob("c,d")), new EntryCondition("e", new Glob("")));
    }

    @Test
    void range_ofOneLevel() {
        LevelCondition level = rule(counter("minLevel", "WARN", "maxLevel", "warn", "level", "WARN, ERROR"))
                .condition()
                .level();

        assertThat(level.takes("WARN", 3)).isTrue();
        assertThat(level.takes("AUDIT", 4)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"set, SET", "add, ADD", "SUB, SUB", "max, MAX", "min, MIN"})
    void gaugeOperation_withValue(String operation, Operation expected) {
        assertThat(rule(element("Gauge", "name", "g", "operation", operation, "value", "{arg:0}"))
                        .operation())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"inc, ADD", "dec, SUB"})
    void gaugeOperation_withoutValue(String operation, Operation expected) {
        RuleDefinition rule = rule(element("Gauge", "name", "g", "operation", operation));

        assertThat(rule.operation()).isEqualTo(expected);
        assertThat(rule.value()).isNull();
    }

    @Test
    void histogram_withoutBucketsHasTheClientsOwn() {
        MetricDefinition metric =
                rule(element("Histogram", "name", "h", "value", "1")).metric();

        assertThat(metric.buckets()).hasSize(11).startsWith(0.005).endsWith(10.0);
        assertThat(metric.nativeHistogram()).isFalse();
    }

    @Test
    void histogram_native() {
        MetricDefinition metric = rule(element("Histogram", "name", "h", "value", "1", "native", "true"))
                .metric();

        assertThat(metric.buckets()).isEmpty();
        assertThat(metric.nativeHistogram()).isTrue();
    }

    @Test
    void summary_withQuantiles() {
        MetricDefinition metric = rule(element(
                        "Summary", "name", "s", "value", "{arg:1}", "quantiles", "0.99, 0.5", "maxAge", "1min"))
                .metric();

        assertThat(metric.quantiles()).containsExactly(0.5, 0.99);
        assertThat(metric.maxAge()).isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "1.5s", "PT1S", "{ms}", "{ms:-0}", "{ms}.{n}", "{mdc:x:-1ms}"})
    void value_thatIsRight(String value) {
        assertThat(rule(counter("message", "{ms} {n}", "value", value)).value()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Counter|message=User {name}|Log events, message 'User {name}'",
                "Counter|minLevel=WARN,value={arg:0}|Sum of {arg:0} in log events, minLevel 'WARN'",
                "Gauge|logger=com.acme,value={arg:0}|Last {arg:0} in log events, logger 'com.acme'",
                "Gauge|operation=max,value={arg:0}|Greatest {arg:0} in log events",
                "Gauge|operation=dec|Log events",
                "Histogram|value={arg:0}|Distribution of {arg:0} in log events",
            })
    void help_byDefault(String kind, String settings, String expected) {
        Element element = element(kind, "name", "x", "help", " ");
        for (String setting : settings.split(",", -1)) {
            int equals = setting.indexOf('=');
            element = element.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        assertThat(rule(element).metric().help()).isEqualTo(expected);
    }

    @Test
    void unit_isMetadata() {
        MetricDefinition metric = rule(counter("unit", "requests")).metric();

        assertThat(metric.unit()).isEqualTo("requests");
        assertThat(metric.name()).isEqualTo("x_total");
        assertThat(rule(counter("unit", "")).metric().unit()).isNull();
    }

    @Test
    void exemplars_autoKnowsTheUsualKeys() {
        RuleDefinition rule = rule(counter("exemplars", "auto"));

        assertThat(rule.exemplars()).isEqualTo(ExemplarKeys.AUTO);
        assertThat(rule.metric().exemplars()).isTrue();
    }

    @Test
    void problems_standInTheOrderOfTheConfiguration() {
        AppenderConfig config = compile(new Element(
                "Logtally",
                java.util.Map.of("capacity", "x"),
                List.of(
                        element("Counter", "name", "a", "level", "x"),
                        element("Counter", "name", "b"),
                        element("Gauge", "name", "b", "value", "1"),
                        element("Gauge", "name", "c", "regex", "("))));

        assertThat(config.problems())
                .extracting(Problem::place)
                .containsExactly("appender 'metrics'", "Counter 'a'", "Gauge 'b'", "Gauge 'c'", "Gauge 'c'");
    }
}
