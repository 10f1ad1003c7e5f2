package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.MessagePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Message patterns take time linear in the message, however its characters and the pattern's meet. */
class PatternReadsTest {
    private static final int PATTERNS = 200;
    private static final int LONGEST_LITERAL = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void reads_areLinearInTheMessage(long seed) throws ReflectiveOperationException {
        Random random = new Random(seed);
        long most = 0;
        for (int i = 0; i < PATTERNS; i++) {
            MessagePattern pattern = pattern(random);
            CountedReads matcher = CountedReads.of(pattern);
            for (int length : new int[] {500, 1_000, 2_000, 4_000}) {
                String text = text(random, pattern, length);
                long reads = matcher.reads(text);
                // At each character at most the longest literal is compared, once, whatever the number of holes
                assertThat(reads)
                        .as("%s on %s", pattern, text)
                        .isLessThanOrEqualTo((long) (length + pattern.parts().size()) * (LONGEST_LITERAL + 1));
                most = Math.max(most, reads / length);
            }
        }
        assertThat(most).as("reads of a character in the worst case").isGreaterThan(1);
    }

    /** Up to 40 holes, and literals that nearly match nearly everywhere. */
    private static MessagePattern pattern(Random random) {
        List<MessagePattern.Part> parts = new ArrayList<>();
        for (int holes = 1 + random.nextInt(40); holes > 0; holes--) {
            parts.add(new MessagePattern.Hole(null));
            parts.add(new MessagePattern.Literal(
                    "a".repeat(random.nextInt(LONGEST_LITERAL)) + (random.nextBoolean() ? "b" : "a")));
        }
        return new MessagePattern(parts);
    }

    /** Mostly the beginnings of the literals; it ends as the pattern does, so that the search begins. */
    private static String text(Random random, MessagePattern pattern, int length) {
        String end = pattern.parts().get(pattern.parts().size() - 1) instanceof MessagePattern.Literal last
                ? last.text()
                : "";
        StringBuilder text = new StringBuilder();
        int period = 2 + random.nextInt(500);
        while (text.length() < length - end.length()) {
            text.append(random.nextInt(period) == 0 ? 'b' : 'a');
        }
        return text + end;
    }
}
