package io.github.logtally.config;

import static io.github.logtally.config.Configurations.compileRules;
import static io.github.logtally.config.Configurations.counter;
import static io.github.logtally.config.Configurations.element;
import static io.github.logtally.config.Configurations.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.MetricDefinition.LabelBound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedMetricsTest {
    @Test
    void rulesThatAgree_shareTheFirstsDefinition() {
        AppenderConfig config = compileRules(
                counter("help", "First", "labels", "a=1, b=2, level", "maxSeries", "5"),
                counter("help", "Second", "labels", "level", "maxSeries", "6", "maxValues", "9", "value", "2")
                        .child(element("Label", "name", "b", "value", "3", "maxValues", "7"))
                        .child(element("Label", "name", "a", "value", "4")));

        assertThat(texts(config)).isEmpty();
        RuleDefinition first = config.rules().get(0);
        RuleDefinition second = config.rules().get(1);
        assertThat(second.metric()).isEqualTo(first.metric());
        assertThat(first.metric().help()).isEqualTo("First");
        assertThat(first.metric().maxSeries()).isEqualTo(5);
        assertThat(first.metric().labels())
                .containsExactly(new LabelBound("a", 9), new LabelBound("b", 7), new LabelBound("level", 9));
        assertThat(second.labels()).extracting(LabelDefinition::name).containsExactly("a", "b", "level");
        assertThat(second.labels().get(0).value().constant()).isEqualTo("4");
        assertThat(first.labels()).extracting(LabelDefinition::maxValues).containsExactly(9, 7, 9);
    }

    @Test
    void boundOfALabel_isTheFirstRulesThatStatesOne() {
        AppenderConfig config = compileRules(
                counter("labels", "level"),
                counter("labels", "level", "maxValues", "3"),
                counter("labels", "level", "maxValues", "9"));

        assertThat(config.rules())
                .extracting(rule -> rule.metric().labels().get(0).maxValues())
                .containsExactly(3, 3, 3);
    }

    @Test
    void gauges_shareWhateverTheyDo() {
        AppenderConfig config = compileRules(
                element("Gauge", "name", "g", "operation", "inc", "contains", "opened"),
                element("Gauge", "name", "g", "operation", "dec", "contains", "closed"));

        assertThat(texts(config)).isEmpty();
        assertThat(config.rules()).extracting(RuleDefinition::operation).containsExactly(Operation.ADD, Operation.SUB);
    }

    @Test
    void rulesThatDiffer_areRefusedAfterTheFirst() {
        AppenderConfig config = compileRules(
                counter("labels", "level"), counter("labels", "level, logger"), counter("labels", "level"), counter());

        assertThat(config.rules()).extracting(RuleDefinition::place).containsExactly("Counter 'x_total' (rule 1)");
        assertThat(config.refused()).isEqualTo(3);
        assertThat(texts(config))
                .containsExactly(
                        "Counter 'x_total' (rule 2), name: Counter 'x_total' (rule 1) names this metric already, with labels"
                                + " level (here level, logger): rules share a metric if kind, labels and buckets agree. Make"
                                + " them agree, or choose another name.",
                        "Counter 'x_total' (rule 3), name: Counter 'x_total' (rule 1) and Counter 'x_total' (rule 2) name this"
                                + " metric and differ, so of all its rules only the first holds.",
                        "Counter 'x_total' (rule 4), name: Counter 'x_total' (rule 1) names this metric already, with labels"
                                + " level (here none): rules share a metric if kind, labels and buckets agree. Make them agree,"
                                + " or choose another name.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Histogram|buckets=1;2|Histogram|buckets=1;3|buckets 1.0, 2.0 (here 1.0, 3.0)",
                "Histogram|buckets=1|Histogram|native=true|buckets 1.0 (here native)",
                "Summary|quantiles=0.5|Summary|quantiles=0.9|quantiles 0.5 (here 0.9)",
                "Summary|maxAge=1s|Summary|maxAge=2s|maxAge 1s (here 2s)",
                "Summary|value=2|Histogram|value=2|kind Summary (here Histogram)",
            })
    void difference_isNamed(String kind, String setting, String otherKind, String otherSetting, String difference) {
        AppenderConfig config = compileRules(measuring(kind, setting), measuring(otherKind, otherSetting));

        assertThat(config.rules()).hasSize(1);
        assertThat(texts(config)).hasSize(1).first().asString().contains("already, with " + difference + ":");
    }

    private static io.github.logtally.spi.Element measuring(String kind, String setting) {
        int equals = setting.indexOf('=');
        return element(kind, "name", "m", "value", "1")
                .with(
                        setting.substring(0, equals),
                        setting.substring(equals + 1).replace(';', ','));
    }

    @ParameterizedTest
    @CsvSource({
        "Counter, x, Counter, x_total, x",
        "Counter, x_total, Counter, x, x",
        "Counter, x_total, Gauge, x, x",
        "Gauge, x, Histogram, x_, -",
        "Histogram, h, Gauge, h_count, h_count",
        "Gauge, h_sum, Histogram, h, h_sum",
        "Histogram, h, Counter, h_count, h_count",
        "Summary, s, Gauge, s_count, s_count",
        "Histogram, a_b, Histogram, a, -",
    })
    void names_thatMeetOnTheMetricsPage(String kind, String name, String otherKind, String otherName, String taken) {
        AppenderConfig config = compileRules(named(kind, name), named(otherKind, otherName));

        if (taken.equals("-")) {
            assertThat(config.rules()).hasSize(2);
        } else {
            assertThat(config.rules()).extracting(rule -> rule.metric().name()).containsExactly(name);
            assertThat(texts(config))
                    .containsExactly(
                            otherKind + " '" + otherName + "', name: '" + otherName + "' needs the name '" + taken
                                    + "' on the metrics page, which " + kind + " '" + name
                                    + "' takes already. Choose another name.");
        }
    }

    private static io.github.logtally.spi.Element named(String kind, String name) {
        return kind.equals("Counter") ? element(kind, "name", name) : element(kind, "name", name, "value", "1");
    }

    @Test
    void ruleRefusedForItsCondition_stillTakesItsName() {
        AppenderConfig config = compileRules(counter("level", "nope", "labels", "level"), counter("labels", "logger"));

        assertThat(config.rules()).isEmpty();
        assertThat(config.refused()).isEqualTo(2);
    }

    @Test
    void ruleRefusedForItsCondition_leavesTheDefinitionToTheNext() {
        AppenderConfig config = compileRules(
                counter("level", "nope", "labels", "level, logger", "help", "A"),
                counter("labels", "logger, level", "help", "B"));

        assertThat(config.rules()).hasSize(1);
        assertThat(config.rules().get(0).metric().help()).isEqualTo("B");
        assertThat(config.rules().get(0).metric().labelNames()).containsExactly("logger", "level");
    }
}
