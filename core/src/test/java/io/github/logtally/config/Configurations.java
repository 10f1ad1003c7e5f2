package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Configurations in few words. */
final class Configurations {
    /** The usual levels and one that an application added. */
    static final LevelScale LEVELS = new LevelScale() {
        private final List<String> ascending = List.of("TRACE", "DEBUG", "INFO", "WARN", "AUDIT", "ERROR");

        @Override
        public int severityOf(String levelName) {
            int index = ascending.indexOf(levelName.toUpperCase(Locale.ROOT));
            return index < 0 ? UNKNOWN : index;
        }

        @Override
        public Collection<String> levelNames() {
            return ascending;
        }
    };

    private Configurations() {}

    /** An appender with these rules. */
    static Element appender(Element... rules) {
        return new Element("Logtally", java.util.Map.of(), List.of(rules));
    }

    /** An element with settings, names and values in turn. */
    static Element element(String kind, String... settings) {
        Element element = Element.of(kind);
        for (int i = 0; i < settings.length; i += 2) {
            element = element.with(settings[i], settings[i + 1]);
        }
        return element;
    }

    /** A counter named {@code x_total}. */
    static Element counter(String... settings) {
        Element named = Element.of("Counter").with("name", "x_total");
        for (int i = 0; i < settings.length; i += 2) {
            named = named.with(settings[i], settings[i + 1]);
        }
        return named;
    }

    static AppenderConfig compile(Element appender) {
        return ConfigCompiler.compile("metrics", appender, LEVELS);
    }

    static AppenderConfig compileRules(Element... rules) {
        return compile(appender(rules));
    }

    /** The one rule of a configuration without a mistake. */
    static RuleDefinition rule(Element element) {
        AppenderConfig config = compileRules(element);
        assertThat(texts(config)).isEmpty();
        assertThat(config.refused()).isZero();
        assertThat(config.rules()).hasSize(1);
        return config.rules().get(0);
    }

    /** The messages about a configuration whose one rule is refused. */
    static List<String> problems(Element element) {
        AppenderConfig config = compileRules(element);
        assertThat(config.rules()).isEmpty();
        assertThat(config.refused()).isEqualTo(1);
        return texts(config);
    }

    static List<String> texts(AppenderConfig config) {
        return config.problems().stream().map(Problem::text).toList();
    }
}
