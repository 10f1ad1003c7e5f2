package io.github.logtally.registry;

import static io.github.logtally.registry.TableFixture.count;
import static io.github.logtally.registry.TableFixture.lines;
import static io.github.logtally.registry.TableFixture.rule;
import static io.github.logtally.series.MetricBuilder.counter;
import static io.github.logtally.series.MetricBuilder.gauge;
import static io.github.logtally.series.MetricBuilder.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.MetricNameFilter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

class BindingTest {
    private final TableFixture it = new TableFixture();
    private final Object context = new Object();

    @Test
    void bind_afterTheEvents_showsThem() {
        Lease lease = it.start("metrics", context, rule(counter("a_total")));
        count(lease, 0, 3);
        PrometheusRegistry other = new PrometheusRegistry();
        Binding binding = it.table.bind(other);
        assertThat(lines(other)).contains("a_total 3.0");
        assertThat(it.shown()).containsExactly("a_total 3.0");
        binding.close();
        assertThat(lines(other)).isEmpty();
        assertThat(it.shown()).containsExactly("a_total 3.0");
    }

    @Test
    void bind_twice_showsOnceAndUntilTheLastIsClosed() {
        it.start("metrics", context, rule(counter("a_total")));
        Binding second = it.table.bind(it.registry);
        assertThat(it.shown()).containsExactly("a_total 0.0");
        second.close();
        second.close();
        assertThat(it.shown()).containsExactly("a_total 0.0");
        it.binding.close();
        assertThat(it.shown()).isEmpty();
        it.table.bind(it.registry);
        assertThat(it.shown()).containsExactly("a_total 0.0");
    }

    @Test
    void registryCleared_hasTheMetricsAgainAtTheNextStart() {
        it.start("metrics", context, rule(counter("a_total")));
        it.registry.clear();
        assertThat(it.shown()).isEmpty();
        it.start("other", context, rule(counter("b_total")));
        assertThat(it.shown()).containsExactly("a_total 0.0", "b_total 0.0");
        it.start("third", context);
        assertThat(it.shown()).containsExactly("a_total 0.0", "b_total 0.0");
    }

    @Test
    void registryThatShowsAnother_hasNothingTwice() {
        PrometheusRegistry outer = new PrometheusRegistry();
        MultiCollector federation = it.registry::scrape;
        outer.register(federation);
        it.table.bind(outer);
        Lease lease = it.start("metrics", context, rule(counter("a_total")));
        count(lease, 0, 1);
        assertThat(lines(outer)).containsOnlyOnce("a_total 1.0").anyMatch(line -> line.startsWith("logtally_series{"));
    }

    @Test
    void filter_takesTheNamesAsTheyAreShown() {
        Counter.builder().name("theirs_total").register(it.registry);
        it.start(
                "metrics",
                context,
                rule(counter("a_total")),
                rule(histogram("h")),
                rule(gauge("g").labels("x")));
        assertThat(lines(it.registry.scrape(MetricNameFilter.builder()
                        .nameMustBeEqualTo("a_total", "h_count")
                        .build())))
                .contains("a_total 0.0", "h_count 0")
                .noneMatch(line -> line.startsWith("theirs") || line.startsWith("logtally"));
        assertThat(lines(it.registry.scrape("a"::equals))).containsExactly("a_total 0.0");
        assertThat(lines(it.registry.scrape("a_total"::equals))).containsExactly("a_total 0.0");
        assertThat(lines(it.registry.scrape(MetricNameFilter.builder()
                        .nameMustNotBeEqualTo("a_total")
                        .build())))
                .doesNotContain("a_total 0.0")
                .contains("h_count 0");
        assertThat(it.registry.scrape(name -> false).size()).isZero();
    }

    @Test
    void familiesWithoutSeries_areNotShown() {
        it.start("metrics", context, rule(counter("a_total").labels("x")), rule(gauge("g")));
        assertThat(it.shown()).isEmpty();
        assertThat(it.registry.scrape().stream().map(each -> each.getMetadata().getName()))
                .allMatch(name -> name.startsWith("logtally_"));
    }

    @Test
    void scrapes_atTheSameTime_showEverything() throws InterruptedException {
        it.start("metrics", context, rule(counter("a_total")));
        boolean[] complete = new boolean[4];
        Thread[] threads = new Thread[complete.length];
        for (int i = 0; i < threads.length; i++) {
            int index = i;
            threads[i] = new Thread(() -> {
                boolean all = true;
                for (int n = 0; n < 100; n++) {
                    all &= it.shown().contains("a_total 0.0");
                }
                complete[index] = all;
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(complete).containsOnly(true);
    }
}
