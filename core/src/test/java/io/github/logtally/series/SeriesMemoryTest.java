package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.testing.UsedHeap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The memory of series, as {@code docs/limits.md} states it. */
@Tag("heap")
class SeriesMemoryTest {
    private static final int SERIES = 5_000;
    private static final int VALUES = 100;

    static Stream<Arguments> kinds() {
        Double[] defaults = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0};
        return Stream.of(
                Arguments.of("counter", MetricBuilder.counter("c_total"), 700),
                Arguments.of(
                        "counter with exemplars",
                        MetricBuilder.counter("ce_total").exemplars(),
                        1_000),
                Arguments.of("gauge", MetricBuilder.gauge("g"), 700),
                Arguments.of("histogram", MetricBuilder.histogram("h").buckets(defaults), 2_200),
                Arguments.of("native histogram", MetricBuilder.histogram("n").nativeHistogram(), 10_000),
                Arguments.of("summary", MetricBuilder.summary("s"), 1_200),
                Arguments.of(
                        "summary with quantiles", MetricBuilder.summary("q").quantiles(0.5, 0.95, 0.99), 10_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void seriesAtTheirBound_takeNoMoreThanIsDocumented(String kind, MetricBuilder builder, int most) {
        FamilyFixture fixture =
                new FamilyFixture(builder.labels("method", "path").maxSeries(SERIES));
        long before = UsedHeap.bytes();

        for (int i = 0; i < SERIES; i++) {
            String path = "/orders/" + i;
            for (int value = 1; value <= VALUES; value++) {
                fixture.record(value / 10.0, "GET", path);
            }
        }

        long bytes = (UsedHeap.bytes() - before) / SERIES;
        // Behind the measurement: the series must not be collected before it
        assertThat(fixture.family.seriesCount()).isEqualTo(SERIES);
        assertThat(bytes).as("bytes of a series of a %s", kind).isLessThan(most);
    }

    @Test
    void hundredRulesAtTheirBound_takeNoMoreThanIsDocumented() {
        List<FamilyFixture> rules = new ArrayList<>();
        long before = UsedHeap.bytes();

        for (int rule = 0; rule < 100; rule++) {
            FamilyFixture fixture = new FamilyFixture(MetricBuilder.counter("rule" + rule + "_total")
                    .labels("method", "path")
                    .maxSeries(1_000));
            for (int i = 0; i < 1_000; i++) {
                fixture.record(1, "GET", "/orders/" + i);
            }
            rules.add(fixture);
        }

        long bytes = UsedHeap.bytes() - before;
        assertThat(rules.stream().mapToInt(rule -> rule.family.seriesCount()).sum())
                .isEqualTo(100_000);
        assertThat(bytes).isLessThan(70_000_000);
    }

    @Test
    void valuesBeyondTheBound_takeNothing() {
        FamilyFixture fixture = new FamilyFixture(
                MetricBuilder.counter("bounded_total").labels("method", "path").maxSeries(100));
        record(fixture, 0, 10_000);
        long before = UsedHeap.bytes();

        record(fixture, 10_000, 500_000);

        long more = UsedHeap.bytes() - before;
        assertThat(fixture.family.seriesCount()).isLessThanOrEqualTo(201);
        assertThat(more).isLessThan(1_000_000);
    }

    private static void record(FamilyFixture fixture, int from, int to) {
        for (int i = from; i < to; i++) {
            fixture.record(1, "method" + i, "/orders/" + i);
            fixture.overflows.clear();
        }
    }
}
