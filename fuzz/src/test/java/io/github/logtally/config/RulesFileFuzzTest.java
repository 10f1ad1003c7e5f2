package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logtally.fuzz.Fuzzed;
import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.spi.Element;
import java.util.Map;

/** Rules files: nothing throws, what is wrong is said with its place, and each rule runs or is refused. */
class RulesFileFuzzTest {
    @DictionaryEntries({
        "metrics:",
        "\n  - counter: a_total",
        "\n  - histogram: b",
        "\n    labels: [a, b=c]",
        "\n    labels: {a: {map: {x: y}}}",
        "\n    exclude: {contains: x}",
        "\n    mdc: {a: b}",
        "\n    level: [WARN]",
        "&a",
        "*a",
        "!!str",
        "<<: ",
        "? ",
        "|-\n",
        "%YAML 1.2\n---\n",
        "~"
    })
    @FuzzTest(maxDuration = "20s")
    void rulesFile_runsOrIsRefused(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();

        RulesFile file = RulesFile.read("fuzz.yaml", bytes);
        AppenderConfig config = Fuzzed.compile(new Element("Logtally", Map.of(), file.elements()));
        for (String mistake : file.mistakes()) {
            assertThat(mistake).startsWith("fuzz.yaml");
        }
        assertThat(config.refused() > 0 || file.mistakes().isEmpty()).isTrue();
        assertThat(config.problems())
                .allSatisfy(problem -> assertThat(problem.at()).startsWith("fuzz.yaml"));
    }
}
