package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.spi.Element;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All that the user reads about a rules file, from either stage, to the letter: {@code rules-wrong.txt}. */
class RulesFileMistakesTest {
    @TestFactory
    Stream<DynamicTest> mistake_isSaidInTheseWords_withItsPlace() {
        return RulesCorpus.of("rules-wrong.txt").stream()
                .map(file -> dynamicTest(file.title(), () -> {
                    AppenderConfig config = compile(file.yaml());
                    assertThat(Configurations.texts(config)).isEqualTo(file.messages());
                    assertThat(config.refused()).isPositive();
                }));
    }

    @TestFactory
    Stream<DynamicTest> rightFile_hasNoMistake() {
        return RulesCorpus.of("rules-right.txt").stream()
                .map(file -> dynamicTest(file.title(), () -> assertThat(Configurations.texts(compile(file.yaml())))
                        .isEmpty()));
    }

    @Test
    void rulesThatAreRight_runBesideWrongOnes() {
        AppenderConfig config = compile(
                """
                metrics:
                  - counter: right_total
                  - counter: wrong_total
                    level: {}
                  - timer: other
                """);

        assertThat(config.rules()).extracting(rule -> rule.metric().name()).containsExactly("right_total");
        assertThat(config.refused()).isEqualTo(2);
    }

    @Test
    void filesAllOfWhoseRulesAreRefused_leaveNoDefaultRule() {
        AppenderConfig config = compile("metrics: [{timer: other}]");

        assertThat(config.rules()).isEmpty();
    }

    @Test
    void filesWithoutARule_leaveTheDefaultRule() {
        AppenderConfig config = compile("metrics: []");

        assertThat(config.rules()).extracting(rule -> rule.metric().name()).containsExactly("log_events_total");
    }

    @Test
    void itemsOfListsAndMaps_areLiteral() {
        RuleDefinition rule = compile(
                        """
                metrics:
                  - counter: a_total
                    mdc: {"a,b=c\\\\": 'x,=*'}
                    field: ['k,=v=w,', bare]
                    labels: [{name: level, allow: ['A,B', 'C=D', 'E\\', 'F\\,']}]
                """)
                .rules()
                .get(0);

        assertThat(rule.condition().mdc())
                .extracting(EntryCondition::key, entry -> String.valueOf(entry.value()))
                .containsExactly(tuple("a,b=c\\", "x,=*"));
        assertThat(rule.condition().fields())
                .extracting(EntryCondition::key, entry -> String.valueOf(entry.value()))
                .containsExactly(tuple("k,", "v=w,"), tuple("bare", "null"));
        assertThat(rule.labels().get(0).allow()).containsExactly("A,B", "C=D", "E\\", "F\\,");
    }

    static AppenderConfig compile(String yaml) {
        List<Element> rules = RulesFile.read("r.yaml", yaml).elements();
        return Configurations.compile(new Element("Logtally", Map.of(), rules));
    }
}
