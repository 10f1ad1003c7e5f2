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
    // A line break is written as the fuzzer's dictionary wants it
    @DictionaryEntries({
        "metrics:",
        "\\x0A  - counter: a_total",
        "\\x0A  - histogram: b",
        "\\x0A    labels: [a, b=c]",
        "\\x0A    labels: {a: {map: {x: y}}}",
        "\\x0A    exclude: {contains: x}",
        "\\x0A    mdc: {a: b}",
        "\\x0A    level: [WARN]",
        "&a",
        "*a",
        "!!str",
        "<<: ",
        "? ",
        "|-\\x0A",
        "%YAML 1.2\\x0A---\\x0A",
        "~"
    })
    @FuzzTest(maxDuration = "20s")
    void rulesFile_runsOrIsRefused(FuzzedDataProvider data) {
        byte[] bytes = data.consumeRemainingAsBytes();

        RulesFile file = RulesFile.read("fuzz.yaml", bytes);
        AppenderConfig config = Fuzzed.compile(new Element("Logtally", Map.of(), file.elements()));
        for (String mistake : file.mistakes()) {
            assertThat(mistake).startsWith("fuzz.yaml");
            Fuzzed.assertOneShortLine(mistake);
        }
        assertThat(config.refused() > 0 || file.mistakes().isEmpty()).isTrue();
        assertThat(config.problems())
                .allSatisfy(problem -> assertThat(problem.at()).startsWith("fuzz.yaml"));
    }
}
