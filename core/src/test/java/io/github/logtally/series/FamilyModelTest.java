package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random events under random bounds, against a model that is slow and plain. */
class FamilyModelTest {
    private static final int EVENTS = 4_000;
    private static final Duration EXPIRY = Duration.ofSeconds(30);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void record_doesWhatTheModelDoes(long seed) {
        Random random = new Random(seed);
        Model model = new Model(random);
        MetricBuilder builder = MetricBuilder.counter("x_total").maxSeries(model.maxSeries);
        for (int i = 0; i < model.maxValues.length; i++) {
            builder.label("l" + i, model.maxValues[i]);
        }
        if (model.drop) {
            builder.drop();
        }
        if (model.expires) {
            builder.expireAfter(EXPIRY);
        }
        FamilyFixture it = new FamilyFixture(builder);
        for (int i = 0; i < EVENTS; i++) {
            String[] values = model.randomValues(random);
            int amount = random.nextInt(5);
            Outcome outcome = it.record(amount, values);
            assertThat(outcome == Outcome.UPDATED).isEqualTo(model.record(amount, values));
            if (random.nextInt(50) == 0) {
                Duration time = Duration.ofMillis(random.nextInt(20_000));
                it.advance(time);
                model.advance(time);
            }
        }
        assertThat(it.overflows).isEqualTo(model.overflows);
        assertThat(shown(it)).isEqualTo(model.totals());
        assertThat(it.family.seriesCount()).isEqualTo(model.series.size()).isLessThanOrEqualTo(2 * model.maxSeries + 1);
        if (!model.drop && !model.expires) {
            assertThat(shown(it).values().stream().mapToLong(Long::longValue).sum())
                    .isEqualTo(model.accepted);
        }
    }

    private static Map<List<String>, Long> shown(FamilyFixture it) {
        Map<List<String>, Long> shown = new HashMap<>();
        MetricSnapshot snapshot = it.family.snapshot();
        if (snapshot instanceof CounterSnapshot counters) {
            counters.getDataPoints().forEach(point -> {
                List<String> values = new ArrayList<>();
                point.getLabels().forEach(label -> values.add(label.getValue()));
                shown.put(values, (long) point.getValue());
            });
        }
        return shown;
    }

    private static final class Model {
        final int maxSeries;
        final int[] maxValues;
        final int[] alphabets;
        final boolean drop;
        final boolean expires;
        final Map<List<String>, Entry> series = new HashMap<>();
        final List<String> overflows = new ArrayList<>();
        long accepted;
        private long nanos;
        private long swept;

        Model(Random random) {
            maxSeries = 1 + random.nextInt(30);
            int labels = 1 + random.nextInt(3);
            maxValues = random.ints(labels, 0, 8).toArray();
            alphabets = random.ints(labels, 1, 40).toArray();
            drop = random.nextInt(4) == 0;
            expires = random.nextBoolean();
        }

        String[] randomValues(Random random) {
            String[] values = new String[alphabets.length];
            for (int i = 0; i < values.length; i++) {
                int value = Math.min(random.nextInt(alphabets[i]), random.nextInt(alphabets[i]));
                values[i] = value == 3 ? "other" : "v" + value;
            }
            return values;
        }

        boolean record(int amount, String... values) {
            Entry entry = series.get(List.of(values));
            if (entry == null) {
                boolean[] replaced = new boolean[values.length];
                boolean overflow = false;
                for (int i = 0; i < values.length; i++) {
                    Set<String> known = values(i);
                    replaced[i] = maxValues[i] > 0
                            && known.size() >= maxValues[i]
                            && !known.contains(values[i])
                            && !values[i].equals("other");
                    overflow |= replaced[i];
                }
                if (!overflow
                        && series.values().stream().filter(it -> !it.overflow).count() >= maxSeries) {
                    overflow = true;
                    int most = 0;
                    for (int i = 1; i < values.length; i++) {
                        most = valuesWith(values, i) > valuesWith(values, most) ? i : most;
                    }
                    replaced[most] = true;
                }
                if (overflow && drop) {
                    overflows.add("");
                    return false;
                }
                String[] substituted = values.clone();
                for (int i = 0; i < values.length; i++) {
                    if (replaced[i]) {
                        overflows.add("l" + i);
                        substituted[i] = "other";
                    }
                }
                boolean noRoom =
                        series.values().stream().filter(it -> it.overflow).count() >= maxSeries;
                if (overflow && noRoom && !series.containsKey(List.of(substituted))) {
                    Arrays.fill(substituted, "other");
                }
                boolean made = overflow;
                entry = series.computeIfAbsent(List.of(substituted), key -> new Entry(made));
            }
            entry.total += amount;
            entry.updated = nanos;
            accepted += amount;
            return true;
        }

        void advance(Duration time) {
            nanos += time.toNanos();
            if (expires && nanos - swept >= EXPIRY.toNanos() / 4) {
                swept = nanos;
                series.values().removeIf(entry -> nanos - entry.updated >= EXPIRY.toNanos());
            }
        }

        Map<List<String>, Long> totals() {
            Map<List<String>, Long> totals = new HashMap<>();
            series.forEach((key, entry) -> totals.put(key, entry.total));
            return totals;
        }

        private int valuesWith(String[] more, int label) {
            Set<String> known = values(label);
            known.add(more[label]);
            known.remove("other");
            return known.size();
        }

        private Set<String> values(int label) {
            Set<String> values = new HashSet<>();
            series.keySet().forEach(key -> values.add(key.get(label)));
            values.remove("other");
            return values;
        }
    }

    private static final class Entry {
        final boolean overflow;
        long total;
        long updated;

        Entry(boolean overflow) {
            this.overflow = overflow;
        }
    }
}
