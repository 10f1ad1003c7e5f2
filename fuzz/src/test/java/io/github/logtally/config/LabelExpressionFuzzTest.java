package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logtally.fuzz.Fuzzed;
import io.github.logtally.spi.Element;
import java.util.regex.Pattern;

/** Lists of labels, what their values are made of, and the globs that shape them. */
class LabelExpressionFuzzTest {
    private static final Pattern NAME = Pattern.compile("(?!__)[a-zA-Z_][a-zA-Z0-9_]*");

    @DictionaryEntries({
        "level, logger",
        "a={a}",
        "{mdc:t:-none}",
        "{arg:0}",
        "{logger:2}",
        "\\,",
        "\\=",
        "2??=ok, *=other",
        "{lbrace}",
        "{field:"
    })
    @FuzzTest(maxDuration = "20s")
    void labels_areRightOrRefused(FuzzedDataProvider data) {
        String labels = data.consumeString(80);
        String value = data.consumeString(40);
        String map = data.consumeString(40);
        String sample = data.consumeRemainingAsString();
        AppenderConfig config = Fuzzed.compileRule(Element.of("Counter")
                .with("name", "x_total")
                .with("message", "{a} took {b}")
                .with("labels", labels)
                .child(Element.of("Label")
                        .with("name", "nested")
                        .with("value", value)
                        .with("map", map)));

        for (RuleDefinition rule : config.rules()) {
            assertThat(rule.labels()).extracting(LabelDefinition::name).doesNotHaveDuplicates();
            for (LabelDefinition label : rule.labels()) {
                assertThat(label.name()).matches(NAME);
                label.map().forEach(mapping -> assertMatchesAsARegexDoes(mapping.glob(), sample));
            }
        }
    }

    private static void assertMatchesAsARegexDoes(Glob glob, String text) {
        StringBuilder regex = new StringBuilder();
        for (char c : glob.toString().toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : "\\x{" + Integer.toHexString(c) + "}");
        }
        // Globs are of characters; a regular expression would take both halves of a pair for one
        boolean pairs = text.chars().anyMatch(c -> Character.isSurrogate((char) c))
                || glob.toString().chars().anyMatch(c -> Character.isSurrogate((char) c));
        // A regular expression, unlike a glob, takes time exponential in its stars
        boolean quick = glob.toString().chars().filter(c -> c == '*').count() <= 4 && text.length() < 40;
        if (!pairs && quick) {
            assertThat(glob.matches(text))
                    .as("%s on %s", glob, text)
                    .isEqualTo(Pattern.compile(regex.toString(), Pattern.DOTALL)
                            .matcher(text)
                            .matches());
        }
    }
}
