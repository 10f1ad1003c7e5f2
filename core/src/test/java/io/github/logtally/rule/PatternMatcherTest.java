package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternMatcherTest {
    /** A lazy, anchored regular expression says the same of random patterns and texts over a small alphabet. */
    @Test
    void matches_asALazyRegexDoes() {
        Random random = new Random(20);
        int matched = 0;
        for (int round = 0; round < 60_000; round++) {
            List<MessagePattern.Part> parts = randomParts(random);
            String text = randomText(random, 12);
            Literals literals = Literals.of(new MessagePattern(parts));
            PatternMatcher matcher = new PatternMatcher(literals);
            Matcher regex = regexOf(literals).matcher(text);
            boolean expected = regex.matches();
            assertThat(matcher.matches(text)).as("%s on %s", parts, text).isEqualTo(expected);
            if (expected) {
                matched++;
                for (int hole = 0; hole < literals.holes(); hole++) {
                    assertThat(text.substring(matcher.start(hole), matcher.end(hole)))
                            .as("hole %d of %s on %s", hole, parts, text)
                            .isEqualTo(regex.group(hole + 1));
                }
            }
        }
        assertThat(matched).isGreaterThan(1_500);
    }

    @Test
    void matches_onlyWithinLength() {
        PatternMatcher matcher =
                new PatternMatcher(Literals.of(new MessagePattern(List.of(new MessagePattern.Literal("abc")))));

        assertThat(matcher.matches("abcd".toCharArray(), 3)).isTrue();
        assertThat(matcher.matches("abc".toCharArray(), 2)).isFalse();
    }

    private static List<MessagePattern.Part> randomParts(Random random) {
        List<MessagePattern.Part> parts = new ArrayList<>();
        boolean literal = random.nextBoolean();
        int count = 1 + random.nextInt(6);
        for (int i = 0; i < count; i++) {
            parts.add(
                    literal
                            ? new MessagePattern.Literal(randomText(random, 2) + "a")
                            : new MessagePattern.Hole("h" + i));
            literal = !literal;
        }
        return parts;
    }

    private static String randomText(Random random, int max) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(max + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }

    private static Pattern regexOf(Literals literals) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < literals.texts().size(); i++) {
            regex.append(i == 0 ? "" : "(.*?)")
                    .append(Pattern.quote(literals.texts().get(i)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
