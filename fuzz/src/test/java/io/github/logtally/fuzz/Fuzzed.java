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
        int written = Math.max(1, appender.children().size());
        assertThat(config.rules().size() + config.refused()).isEqualTo(written);
        assertThat(config.refused() == 0 || !config.problems().isEmpty()).isTrue();
        for (Problem problem : config.problems()) {
            assertThat(problem.text())
                    .hasSizeLessThan(2_000)
                    .matches(text -> text.chars().noneMatch(Character::isISOControl), "has no control characters");
        }
        return config;
    }

    /** The configuration of an appender with this one rule. */
    public static AppenderConfig compileRule(Element rule) {
        return compile(Element.of("Logtally").child(rule));
    }
}
