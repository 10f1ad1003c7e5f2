package io.github.logtally.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The message is read once for all text rules, however many there are. */
class LiteralReadsTest {
    private static final String MESSAGE = "Request GET /api/v1/orders took 12 ms status 200 with code 12; of 7";

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100, 1_000, 10_000})
    void reads_whereNoLiteralIsThere_areThoseOfOneRule(int rules) throws ReflectiveOperationException {
        assertThat(CountedReads.of(literals(rules)).reads(MESSAGE))
                .isBetween(MESSAGE.length() - 1L, (long) MESSAGE.length());
    }

    @Test
    void reads_whereSomeLiteralsAreShort_areThoseOfASecondPass() throws ReflectiveOperationException {
        List<String> literals = new ArrayList<>(literals(100));
        literals.addAll(List.of("xyz", "##", "zzz!"));

        assertThat(CountedReads.of(literals).reads(MESSAGE))
                .isBetween(2L * MESSAGE.length() - 1, 2L * MESSAGE.length());
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000, 10_000})
    void reads_whereOneLiteralIsThere_areThatLiteralMore(int rules) throws ReflectiveOperationException {
        List<String> literals = literals(rules);
        String wanted = literals.get(rules / 2);
        String message = MESSAGE + wanted;

        long reads = CountedReads.of(literals).reads(message);

        assertThat(reads).isBetween(message.length() + (long) wanted.length(), 2L * message.length());
    }

    private static List<String> literals(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> (100_000 + i) + " failures")
                .toList();
    }
}
