package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.MessagePattern;
import io.github.logtally.config.MessagePattern.Hole;
import io.github.logtally.config.MessagePattern.Literal;
import io.github.logtally.fuzz.Fuzzed;
import io.github.logtally.spi.Element;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message patterns that parse are well formed, and match what a lazy, anchored regular expression matches. */
class MessagePatternFuzzTest {
    /** The regular expression, unlike the matcher, takes time exponential in the holes. */
    private static final int MOST_HOLES = 4;

    private static final int LONGEST_TEXT = 80;

    @DictionaryEntries({"{*}", "{}", "{a}", "{b}", "{sp}", "{lbrace}", "{rbrace}", "{level}", "took {ms} ms"})
    @FuzzTest(maxDuration = "20s")
    void patternThatParses_matchesAsARegexDoes(FuzzedDataProvider data) {
        String pattern = data.consumeString(60);
        AppenderConfig config =
                Fuzzed.compileRule(Element.of("Counter").with("name", "x_total").with("message", pattern));
        if (config.rules().isEmpty()) {
            return;
        }
        MessagePattern parsed = config.rules().get(0).condition().message();
        assertThat(parsed).isNotNull();
        assertWellFormed(parsed);
        Literals literals = Literals.of(parsed);
        String filled = filled(literals, data);
        assertThat(agrees(literals, filled))
                .as("%s matches %s", pattern, filled)
                .isTrue();
        agrees(literals, data.consumeRemainingAsString());
    }

    private static void assertWellFormed(MessagePattern pattern) {
        assertThat(pattern.captureNames()).doesNotHaveDuplicates();
        for (int i = 0; i < pattern.parts().size(); i++) {
            MessagePattern.Part part = pattern.parts().get(i);
            if (part instanceof Literal literal) {
                assertThat(literal.text()).isNotEmpty();
            }
            if (i > 0) {
                assertThat(part instanceof Hole).isNotEqualTo(pattern.parts().get(i - 1) instanceof Hole);
            }
        }
    }

    /** A text that the pattern describes. */
    private static String filled(Literals literals, FuzzedDataProvider data) {
        StringBuilder text = new StringBuilder(literals.first());
        for (String literal : literals.texts().subList(1, literals.texts().size())) {
            text.append(data.consumeString(5)).append(literal);
        }
        return text.toString();
    }

    /** Whether the text matches; fails where matcher and regular expression differ. */
    private static boolean agrees(Literals literals, String text) {
        PatternMatcher matcher = new PatternMatcher(literals);
        boolean matches = matcher.matches(text);
        if (literals.holes() > MOST_HOLES || text.length() > LONGEST_TEXT) {
            return matches;
        }
        Matcher regex = regexOf(literals).matcher(text);
        assertThat(matches).isEqualTo(regex.matches());
        if (matches) {
            for (int hole = 0; hole < literals.holes(); hole++) {
                assertThat(text.substring(matcher.start(hole), matcher.end(hole)))
                        .isEqualTo(regex.group(hole + 1));
            }
        }
        return matches;
    }

    private static Pattern regexOf(Literals literals) {
        List<String> quoted = literals.texts().stream().map(Pattern::quote).toList();
        return Pattern.compile(String.join("(.*?)", quoted), Pattern.DOTALL);
    }
}
