package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logtally.fuzz.Fuzzed;
import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whole configurations: nothing throws, each rule runs or is refused, and those that run can stand on one metrics page. */
class ConfigurationFuzzTest {
    private static final List<String> KINDS =
            List.of("Counter", "Gauge", "Histogram", "Summary", "Label", "Exclude", "counter", "Timer");

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final List<String> SETTINGS = settings();

    @DictionaryEntries({
        "true",
        "x_total",
        "x_bucket",
        "exponential(1, 2, 5)",
        "linear(0, 1, 3)",
        "0.5, 0.95",
        "30s",
        "PT5S",
        "WARN, ERROR",
        "inc",
        "(?<a>x+)",
        "overflow",
        "never",
        "trace_id, span_id",
        "java.lang.Exception",
        "tenant=acme, region=eu*",
        "{a} took {b} ms"
    })
    @FuzzTest(maxDuration = "20s")
    void configuration_runsOrIsRefused(FuzzedDataProvider data) {
        AppenderConfig config = Fuzzed.compile(element(data, "Logtally", 0));

        assertThat(Integer.bitCount(config.capacity())).isEqualTo(1);
        Map<String, String> taken = new HashMap<>();
        for (RuleDefinition rule : config.rules()) {
            MetricDefinition metric = rule.metric();
            assertThat(metric.name()).matches(NAME);
            assertThat(metric.help()).isNotEmpty();
            assertThat(metric.maxSeries()).isPositive();
            assertThat(metric.buckets()).isSorted().doesNotHaveDuplicates();
            assertThat(rule.labels()).extracting(LabelDefinition::name).isEqualTo(metric.labelNames());
            assertThat(metric.labelNames()).doesNotHaveDuplicates();
            for (String name : Names.taken(metric.kind(), metric.name())) {
                assertThat(taken.getOrDefault(name, metric.name())).as(name).isEqualTo(metric.name());
                taken.put(name, metric.name());
            }
        }
    }

    private static Element element(FuzzedDataProvider data, String kind, int depth) {
        Element element = Element.of(kind);
        for (int settings = data.consumeInt(0, 5); settings > 0; settings--) {
            element = element.with(data.pickValue(SETTINGS), data.consumeString(40));
        }
        if (depth == 1 && data.consumeBoolean()) {
            element = element.with("name", data.consumeString(12)).with("value", "1");
        }
        if (depth < 2) {
            for (int children = data.consumeInt(0, 4); children > 0; children--) {
                element = element.child(element(data, data.pickValue(KINDS), depth + 1));
            }
        }
        return element;
    }

    private static List<String> settings() {
        Set<String> settings = new TreeSet<>(Vocabulary.APPENDER_SETTINGS);
        settings.addAll(Vocabulary.LABEL_SETTINGS);
        for (MetricKind kind : MetricKind.values()) {
            settings.addAll(Vocabulary.settings(kind));
        }
        settings.add("nope");
        return new ArrayList<>(settings);
    }
}
