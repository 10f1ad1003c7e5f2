package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random trees of right, nearly right and meaningless text: nothing throws, and the numbers add up. */
class RandomConfigurationTest {
    private static final List<String> KINDS =
            List.of("Counter", "gauge", "Histogram", "Summary", "Label", "Exclude", "Timer", "");

    private static final List<String> VALUES = List.of(
            "x",
            "x_total",
            "a_b",
            "WARN",
            "warn, ERROR",
            "10",
            "0.5, 0.9",
            "30s",
            "true",
            "{a}",
            "{a} took {b} ms",
            "{mdc:t:-none}",
            "level, logger",
            "a={a}, b=c",
            "2??=ok, *=other",
            "(?<a>x+)",
            "java.lang.Exception",
            "off",
            "auto",
            "drop",
            "set",
            "inc",
            "exponential(1, 2, 5)",
            "ms",
            "*",
            "shop",
            "1, 2, +Inf");

    private static final String ALPHABET = "{}{}()[]<>?*+\\|,,==::--.._$^%&'\"aAzZ09 \t\n\u0000\u00b5\ud83d\ude00";

    private final List<String> settings = new ArrayList<>();

    RandomConfigurationTest() {
        settings.addAll(Vocabulary.APPENDER_SETTINGS);
        settings.addAll(Vocabulary.LABEL_SETTINGS);
        for (MetricKind kind : MetricKind.values()) {
            settings.addAll(Vocabulary.settings(kind));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomConfigurations_neverThrow(long seed) {
        Random random = new Random(seed);
        int running = 0;
        for (int i = 0; i < 3_000; i++) {
            Element appender = element(random, "Logtally", 0);
            AppenderConfig config = Configurations.compile(appender);
            boolean discovery = appender.settings()
                    .getOrDefault("discovery", "")
                    .trim()
                    .equalsIgnoreCase("true");
            int written = Math.max(1, appender.children().size()) + (discovery ? 1 : 0);
            assertThat(config.rules().size() + config.refused())
                    .as("%s", appender)
                    .isEqualTo(written);
            assertThat(config.refused() == 0 || !config.problems().isEmpty())
                    .as("%s", appender)
                    .isTrue();
            assertThat(Integer.bitCount(config.capacity())).isEqualTo(1);
            for (RuleDefinition rule : config.rules()) {
                running++;
                assertThat(rule.labels())
                        .extracting(LabelDefinition::name)
                        .isEqualTo(rule.metric().labelNames());
                assertThat(rule.metric().help()).isNotEmpty();
            }
            for (Problem problem : config.problems()) {
                assertThat(problem.text()).hasSizeLessThan(1500).doesNotContain("\n");
            }
        }
        assertThat(running).as("rules that were right by chance").isGreaterThan(150);
    }

    private Element element(Random random, String kind, int depth) {
        Element element = Element.of(kind);
        for (int count = random.nextInt(4); count > 0; count--) {
            String setting = random.nextInt(50) == 0 ? noise(random) : settings.get(random.nextInt(settings.size()));
            element = element.with(setting, value(random));
        }
        if (random.nextInt(3) > 0 && depth > 0) {
            element = element.with("name", VALUES.get(random.nextInt(3)) + (random.nextInt(3) == 0 ? "9" : ""));
        }
        if (random.nextInt(2) > 0 && depth == 1) {
            element = element.with("message", "{a} took {b} ms").with("value", "{b}");
        }
        if (depth < 3) {
            for (int count = random.nextInt(4 - depth); count > 0; count--) {
                element = element.child(element(random, KINDS.get(random.nextInt(KINDS.size())), depth + 1));
            }
        }
        return element;
    }

    private static String value(Random random) {
        if (random.nextInt(4) > 0) {
            return VALUES.get(random.nextInt(VALUES.size()));
        }
        return noise(random);
    }

    private static String noise(Random random) {
        StringBuilder noise = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            noise.append(
                    random.nextInt(4) == 0
                            ? VALUES.get(random.nextInt(VALUES.size()))
                            : String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
        }
        return noise.toString();
    }
}
