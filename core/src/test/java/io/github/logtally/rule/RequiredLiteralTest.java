package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequiredLiteralTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "none",
            value = {
                "took (\\d+) millis        ~ ' millis'",
                "user=(?<user>\\w+), tenant=([a-z]+)$ ~ ', tenant='",
                "colou?r of it             ~ 'r of it'",
                "a\\.b\\.c                 ~ a.b.c",
                "one|two                   ~ none",
                "(?i)error                 ~ none",
                "x (?i:error) and more     ~ none",
                "(?:a|b)*c                 ~ c",
                "\\Qa|b\\E                 ~ none",
                "[abc]{2}rest              ~ rest",
                "ab{0}cde                  ~ cde",
                "\\x41bcd                  ~ none",
                "x[]abc]more               ~ more",
                "x[^]abcde]more            ~ more",
                "(x[^])abcde])more         ~ more",
                "x[\\c]abcde]more          ~ none",
            })
    void of_aRegex(String regex, @Nullable String expected) {
        assertThat(RequiredLiteral.of(Pattern.compile(regex))).isEqualTo(expected);
    }

    /** Whatever random expressions find, has their required literal in it. */
    @Test
    void of_aRegex_isInEveryMatch() {
        Random random = new Random(7);
        String alphabet = "aabbc.?*+|()[]{}12\\^$,d<=!:";
        List<String> pieces = List.of("[^]", "[^", "[]", "\\c", "{0}", "(?<!", "(?:");
        int checked = 0;
        for (int round = 0; round < 60_000; round++) {
            StringBuilder source = new StringBuilder();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                int at = random.nextInt(alphabet.length() + pieces.size());
                source.append(at < alphabet.length() ? alphabet.charAt(at) : pieces.get(at - alphabet.length()));
            }
            Pattern pattern;
            try {
                pattern = Pattern.compile(source.toString());
            } catch (PatternSyntaxException e) {
                continue;
            }
            String literal = RequiredLiteral.of(pattern);
            if (literal == null || literal.isEmpty()) {
                continue;
            }
            for (int text = 0; text < 20; text++) {
                StringBuilder message = new StringBuilder();
                for (int i = random.nextInt(10); i > 0; i--) {
                    message.append("aabbcd12,<]".charAt(random.nextInt(11)));
                }
                Matcher matcher = pattern.matcher(message);
                if (matcher.find()) {
                    checked++;
                    assertThat(message.toString()).as("%s", source).contains(literal);
                }
            }
        }
        assertThat(checked).isGreaterThan(2_000);
    }
}
