package io.github.logtally.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.config.Problem;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Compiles what the fuzzer wrote, and checks what holds whatever it wrote. */
public final class Fuzzed {
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    private static final LevelScale SCALE = new LevelScale() {
        @Override
        public int severityOf(String levelName) {
            int index = LEVELS.indexOf(levelName.toUpperCase(Locale.ROOT));
            return index < 0 ? UNKNOWN : index;
        }

        @Override
        public Collection<String> levelNames() {
            return LEVELS;
        }
    };

    private Fuzzed() {}

    /** The configuration; every rule of it runs or is refused with a problem, and each problem is one short line. */
    public static AppenderConfig compile(Element appender) {
        AppenderConfig config = ConfigCompiler.compile("metrics", appender, SCALE);
        assertThat(config.rules().size() + config.refused()).isEqualTo(rulesOf(appender));
        assertThat(config.refused() == 0 || !config.problems().isEmpty()).isTrue();
        for (Problem problem : config.problems()) {
            assertOneShortLine(problem.text());
        }
        return config;
    }

    /** What is said to the user, whatever is in it. */
    public static void assertOneShortLine(String text) {
        assertThat(text)
                .hasSizeLessThan(2_000)
                .matches(said -> said.chars().noneMatch(Character::isISOControl), "has no control characters");
    }

    /** Those written or, where none is, the one by default; discovery is one more. */
    private static int rulesOf(Element appender) {
        int written = Math.max(1, appender.children().size());
        String discovery = appender.settings().getOrDefault("discovery", "");
        return discovery.trim().equalsIgnoreCase("true") ? written + 1 : written;
    }

    /** The configuration of an appender with this one rule. */
    public static AppenderConfig compileRule(Element rule) {
        return compile(Element.of("Logtally").child(rule));
    }
}
