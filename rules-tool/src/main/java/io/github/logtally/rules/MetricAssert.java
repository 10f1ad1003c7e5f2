package io.github.logtally.rules;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what a metric must be. Every assertion throws an {@link AssertionError} that tells what was expected, which series there
 * are, and for each rule of the metric the events that came nearest to it with the condition that kept them out. Not for
 * concurrent use.
 */
public final class MetricAssert {
    private static final int LISTED = 10;

    private final Watch<?> watch;
    private final String metric;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private Duration patience = Duration.ZERO;

    MetricAssert(Watch<?> watch, String metric) {
        this.watch = watch;
        this.metric = metric;
    }

    /**
     * Speaks only of the series that have these labels, whatever other labels they have.
     *
     * @param namesAndValues a name, its value, and so on
     * @return this assertion
     */
    public MetricAssert labels(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("each name of a label needs its value");
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return this;
    }

    /**
     * Waits so long at most for what is asserted next to hold, looking again after each event: for loggers that are
     * asynchronous, and for work on other threads. Without it an assertion looks once.
     *
     * @param time the longest wait
     * @return this assertion
     */
    public MetricAssert within(Duration time) {
        this.patience = time;
        return this;
    }

    /**
     * Asserts the value of a counter, several series added up, or of a gauge, of which there must be one series. A counter that has
     * counted nothing is 0.
     *
     * @param expected the value
     * @return this assertion
     */
    public MetricAssert isEqualTo(double expected) {
        return check(SeriesList::value, "", expected, "of one series of a gauge, or of counters");
    }

    /**
     * Asserts how many values a histogram or a summary has observed, in several series together.
     *
     * @param expected the number of values
     * @return this assertion
     */
    public MetricAssert hasCount(long expected) {
        return check(SeriesList::count, "a count of ", (double) expected, "of a histogram or a summary");
    }

    /**
     * Asserts the sum of the values that a histogram or a summary has observed, in several series together.
     *
     * @param expected the sum
     * @return this assertion
     */
    public MetricAssert hasSum(double expected) {
        return check(SeriesList::sum, "a sum of ", expected, "of a histogram or a summary");
    }

    /**
     * Asserts that there is no such series.
     *
     * @return this assertion
     */
    public MetricAssert isAbsent() {
        watch.quietly(() -> {
            if (!selected().isEmpty()) {
                fail(title() + ": expected no such series");
            }
        });
        return this;
    }

    private MetricAssert check(
            Function<SeriesList, @Nullable Double> reading, String what, double expected, String possible) {
        watch.await(patience, () -> Objects.equals(reading.apply(selected()), expected));
        watch.quietly(() -> {
            Double found = reading.apply(selected());
            if (found == null) {
                fail(title() + ": expected " + what + expected + ", which is a number " + possible);
            } else if (found != expected) {
                fail(title() + ": expected " + what + expected + " but was " + found);
            }
        });
        return this;
    }

    private SeriesList selected() {
        return SeriesList.of(watch.metrics(), metric).with(labels);
    }

    private String title() {
        return labels.isEmpty()
                ? metric
                : metric
                        + labels.entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}"));
    }

    private void fail(String words) {
        Report report = new Report().line(words);
        SeriesList all = SeriesList.of(watch.metrics(), metric);
        report.line(all.isEmpty() ? "There are no series of " + metric + "." : "Series of " + metric + ":");
        all.lines().stream().limit(LISTED).forEach(line -> report.line("  " + line));
        if (all.lines().size() > LISTED) {
            report.line("  and " + (all.lines().size() - LISTED) + " more");
        }
        for (RuleWatch rule : watch.rules()) {
            if (rule.metric().equals(metric)) {
                rule.describe(report);
            }
        }
        throw report.failure();
    }
}
