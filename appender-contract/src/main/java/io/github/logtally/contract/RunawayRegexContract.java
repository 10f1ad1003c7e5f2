package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Regular expressions of known polynomial shape on long texts: {@code runaway.xml}. */
interface RunawayRegexContract extends AppenderFixture {
    /** Odd, for a median; fewer than would switch the rule off. */
    int ROUNDS = 9;

    /** What another rule's count may be late by. */
    long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** A rule, a text on which its expression runs away, and one that it finds. */
    static Stream<Arguments> runaways() {
        return Stream.of(
                Arguments.of("runaway_equals_total", "x".repeat(4_000) + "\n=", "a=b"),
                Arguments.of("runaway_alternation_total", "ab".repeat(5_000) + "dc", "abc"),
                Arguments.of(
                        "runaway_took_total", "user=ann, took=12ms and ".repeat(32_768 / 24), "user=ann, took=12ms"));
    }

    @ParameterizedTest
    @MethodSource("runaways")
    default void expressionThatRunsAway_doesNotDelayAnotherRule(String metric, String evil, String good) {
        try (LoggingContext context = open("runaway")) {
            double before = others(scrape());
            long[] delays = new long[ROUNDS];
            long[] work = new long[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long worked = cpuNanos();
                context.info(metric, evil);
                long start = System.nanoTime();
                context.info("other", "Order {} placed", round);
                assertThat(Logtally.flush(PATIENCE)).isTrue();
                delays[round] = System.nanoTime() - start;
                work[round] = cpuNanos() - worked;
            }
            context.info(metric, good);

            Scrape scrape = scrape();
            assertThat(others(scrape) - before).isEqualTo(ROUNDS);
            assertThat(failures(scrape, metric, "regex_budget") + failures(scrape, metric, "regex_stack"))
                    .isEqualTo(ROUNDS);
            assertThat(scrape.value(metric)).isEqualTo(1);
            // What it takes of a processor holds for each; by the clock one pause of the machine would count
            assertThat(Arrays.stream(work).max().orElseThrow())
                    .as("most CPU time in ns")
                    .isLessThan(MOST_NANOS);
            Arrays.sort(delays);
            assertThat(delays[ROUNDS / 2]).as("median delay in ns").isLessThan(MOST_NANOS);
        }
    }

    @Test
    default void textWithoutTheRequiredLiteral_isNotEvenTried() {
        try (LoggingContext context = open("runaway")) {
            double before = failures(scrape(), "runaway_equals_total", "regex_budget");
            context.info("runaway_equals_total", "x".repeat(4_000));
            context.info("runaway_equals_total", "x".repeat(32_768));

            assertThat(failures(scrape(), "runaway_equals_total", "regex_budget"))
                    .isEqualTo(before);
        }
    }

    /** The time on a processor of all threads of Java, the worker among them. */
    private static long cpuNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            nanos += Math.max(0, threads.getThreadCpuTime(id));
        }
        return nanos;
    }

    private static double others(Scrape scrape) {
        return scrape.value("runaway_other_total");
    }

    private static double failures(Scrape scrape, String metric, String reason) {
        return scrape.value("logtally_rule_failures_total", "appender", "runaway", "metric", metric, "reason", reason);
    }
}
