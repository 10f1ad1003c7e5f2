package io.github.logtally.rules.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {
    private final DistinctValues values = new DistinctValues();

    @Test
    void few_areExact() {
        for (int i = 0; i < 10_000; i++) {
            int value = i % DistinctValues.EXACT;
            values.add(Integer.toString(value).hashCode(), () -> "v" + value);
        }

        assertThat(values.isExact()).isTrue();
        assertThat(values.count()).isEqualTo(DistinctValues.EXACT);
        assertThat(values.examples()).containsExactly("v0", "v1", "v2");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 20_000, 200_000, 2_000_000})
    void many_areEstimated(int different) {
        Random random = new Random(different);
        for (int i = 0; i < different; i++) {
            int hash = random.nextInt();
            values.add(hash, () -> "x");
            values.add(hash, () -> "x");
        }

        assertThat(values.isExact()).isFalse();
        assertThat(values.count()).isCloseTo(different, Percentage.withPercentage(5));
    }
}
