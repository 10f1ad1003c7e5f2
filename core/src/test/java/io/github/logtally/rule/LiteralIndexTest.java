package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiteralIndexTest {
    @Test
    void scan_findsWhatContainsFinds() {
        Random random = new Random(4);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            List<@Nullable String> literals = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(200); i++) {
                literals.add(random.nextInt(20) == 0 ? null : text(random, 1 + random.nextInt(10)));
            }
            LiteralIndex index = new LiteralIndex(literals);
            long[] bits = new long[(literals.size() + Long.SIZE - 1) / Long.SIZE];
            for (int event = 0; event < 50; event++) {
                String message = text(random, random.nextInt(40));
                index.scan((message + "abcd").toCharArray(), message.length(), bits);
                for (int rule = 0; rule < literals.size(); rule++) {
                    String literal = literals.get(rule);
                    boolean expected =
                            literal == null || literal.length() < LiteralIndex.SHORTEST || message.contains(literal);
                    boolean marked = (bits[rule >>> 6] & 1L << rule) != 0;
                    assertThat(marked).as("%s in %s", literal, message).isEqualTo(expected);
                    found += literal != null && literal.length() >= LiteralIndex.SHORTEST && expected ? 1 : 0;
                }
            }
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("abc\uFFFD".charAt(random.nextInt(4)));
        }
        return text.toString();
    }
}
