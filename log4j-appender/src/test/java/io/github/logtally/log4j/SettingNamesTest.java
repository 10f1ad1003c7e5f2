package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.LogtallyEngine;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SettingNamesTest {
    private static final String LIST = "Its settings are ";

    @Test
    void names_areThoseOfTheCore() {
        Element wrong = Element.of("Logtally").with("zzzzzzzz", "");
        for (String kind : List.of("Counter", "Gauge", "Histogram", "Summary")) {
            wrong = wrong.child(Element.of(kind)
                    .with("zzzzzzzz", "")
                    .child(Element.of("Label").with("zzzzzzzz", ""))
                    .child(Element.of("Exclude").with("zzzzzzzz", "")));
        }

        assertThat(SettingNames.all()).containsExactlyElementsOf(settingsSaid(wrong));
    }

    /** The settings that the core lists where it finds one that it does not know. */
    private static Set<String> settingsSaid(Element wrong) {
        List<String> problems = new ArrayList<>();
        StatusReporter reporter = new StatusReporter() {
            @Override
            public void configurationProblem(String message) {
                problems.add(message);
            }

            @Override
            public void warning(String message, @Nullable Throwable cause) {
                problems.add(message);
            }
        };
        LogtallyEngine.builder("names", new Log4jEventReader())
                .settings(wrong)
                .reporter(reporter)
                .start()
                .close();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String problem : problems) {
            int at = problem.indexOf(LIST);
            if (at >= 0) {
                String list = problem.substring(at + LIST.length()).replace(".", "");
                names.addAll(List.of(list.split(", ")));
            }
        }
        return names;
    }
}
