package io.github.logtally.registry;

import static io.github.logtally.registry.TableFixture.count;
import static io.github.logtally.registry.TableFixture.lines;
import static io.github.logtally.registry.TableFixture.rule;
import static io.github.logtally.series.MetricBuilder.counter;
import static io.github.logtally.series.MetricBuilder.gauge;
import static io.github.logtally.series.MetricBuilder.histogram;
import static io.github.logtally.series.MetricBuilder.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RegistryClashTest {
    private final TableFixture it = new TableFixture();
    private final Object context = new Object();

    @Test
    void nameTakenBefore_isLeftToItsOwnerAndReportedAtTheStart() {
        Counter.builder().name("a_total").register(it.registry).inc(42);
        Lease lease = it.start("metrics", context, rule(counter("a_total").labels("x")), rule(counter("b_total")));
        assertThat(it.problems).hasSize(1);
        assertThat(it.problems.get(0).text())
                .startsWith("Counter 'a_total', name: ")
                .contains("taken");
        count(lease, 0, 1, "v");
        assertThat(it.shown()).containsExactly("a_total 42.0", "b_total 0.0");
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 1.0");
        assertThat(it.problems).hasSize(1);
    }

    @Test
    void nameTakenLater_isGivenUpAndReportedOnce() {
        Lease lease = it.start("metrics", context, rule(counter("a_total")));
        count(lease, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 1.0");
        Counter theirs = Counter.builder().name("a_total").register(it.registry);
        theirs.inc(42);
        assertThat(it.shown()).containsExactly("a_total 42.0");
        assertThat(it.shown()).containsExactly("a_total 42.0");
        assertThat(it.problems).hasSize(1);
        it.registry.unregister(theirs);
        assertThat(it.shown()).containsExactly("a_total 1.0");
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 0.0");
    }

    @Test
    void nameTakenByACollectorThatDeclaresNone_isLeftToIt() {
        MultiCollector undeclared = () -> {
            Gauge gauge = Gauge.builder().name("a").build();
            gauge.set(5);
            return MetricSnapshots.of(gauge.collect());
        };
        it.start("metrics", context, rule(gauge("b")));
        it.registry.register(undeclared);
        it.start("other", context, rule(counter("a_total")));
        assertThat(it.shown()).containsExactly("a 5.0");
        assertThat(it.problems).hasSize(1);
    }

    @Test
    void oneRegistryOnly_isTheOneWhereTheNameIsTaken() {
        PrometheusRegistry other = new PrometheusRegistry();
        Gauge.builder().name("g").register(other).set(5);
        Lease lease = it.start("metrics", context, rule(gauge("g")));
        count(lease, 0, 1);
        it.table.bind(other);
        assertThat(it.problems).hasSize(1);
        assertThat(it.shown()).containsExactly("g 1.0");
        assertThat(lines(other)).contains("g 5.0", "logtally_rules_refused{appender=\"metrics\"} 1.0");
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 0.0");
    }

    @Test
    void namesInsideAMetric_clashToo() {
        Histogram.builder().name("h").classicUpperBounds(1).register(it.registry);
        Gauge.builder().name("s_sum").register(it.registry);
        Counter.builder().name("c_total").register(it.registry);
        Gauge.builder().name("o_count").register(it.registry);
        it.start(
                "metrics",
                context,
                rule(gauge("h_count")),
                rule(summary("s")),
                rule(gauge("c")),
                rule(counter("h_total")),
                rule(histogram("o_count")));
        assertThat(it.problems)
                .extracting(problem -> problem.place())
                .containsExactlyInAnyOrder(
                        "Gauge 'h_count'", "Summary 's'", "Gauge 'c'", "Counter 'h_total'", "Histogram 'o_count'");
    }

    @Test
    void namesThatOnlyResemble_doNotClash() {
        Gauge.builder().name("a").register(it.registry);
        Counter.builder().name("h_count_total").register(it.registry);
        Lease lease =
                it.start("metrics", context, rule(gauge("a_sum")), rule(histogram("h")), rule(counter("ab_total")));
        count(lease, 0, 1);
        assertThat(it.problems).isEmpty();
        assertThat(it.shown()).contains("a_sum 1.0", "h_count 0", "ab_total 0.0", "a 0.0");
    }

    @Test
    void ownMetricTaken_isLeftToItsOwner() {
        it.start("metrics", context, rule(counter("a_total")));
        Gauge.builder().name("logtally_series").register(it.registry).set(99);
        assertThat(lines(it.registry)).contains("logtally_series 99.0");
        assertThat(it.own("logtally_series")).isEmpty();
    }

    @Test
    void registration_byTheApplication_isNeverRefused() {
        it.start("metrics", context, rule(counter("a_total")), rule(histogram("h")));
        it.shown();
        Counter.builder()
                .name("a_total")
                .labelNames("z")
                .register(it.registry)
                .labelValues("1")
                .inc();
        Gauge.builder().name("h").register(it.registry).set(1);
        assertThat(it.shown()).containsExactly("a_total{z=\"1\"} 1.0", "h 1.0");
    }

    @Test
    void scrapeOfTheApplication_thatFailsByItself_isNotAnswered() {
        MultiCollector broken = () -> {
            throw new IllegalStateException("broken");
        };
        it.start("metrics", context, rule(counter("a_total")));
        it.registry.register(broken);
        assertThatThrownBy(() -> it.registry.scrape()).hasMessage("broken");
        it.registry.unregister(broken);
        assertThat(it.shown()).containsExactly("a_total 0.0");
    }

    @Test
    void metricThatCannotBeShown_isLeftOutAloneAndReportedOnce() {
        Lease lease = it.start("metrics", context, rule(counter("a_total").labels("x", "x")), rule(counter("b_total")));
        count(lease, 0, 1, "1", "2");
        assertThat(it.shown()).containsExactly("b_total 0.0");
        assertThat(it.shown()).containsExactly("b_total 0.0");
        assertThat(it.problems).hasSize(1);
        assertThat(it.problems.get(0).text()).startsWith("Counter 'a_total', name: the metric cannot be shown");
    }

    @Test
    void looking_isRationed_whenItIsSlow() {
        AtomicInteger collected = new AtomicInteger();
        MultiCollector slow = () -> {
            it.nanos += Duration.ofMillis(250).toNanos();
            collected.incrementAndGet();
            return MetricSnapshots.of();
        };
        it.registry.register(slow);
        it.start("metrics", context, rule(counter("a_total")));
        assertThat(collected).hasValue(1);
        it.shown();
        it.shown();
        assertThat(collected).hasValue(3);
        it.nanos += Duration.ofSeconds(25).toNanos();
        it.shown();
        assertThat(collected).hasValue(5);
        it.open("other", context, new TableFixture.Stats(), rule(counter("b_total")));
        it.shown();
        assertThat(collected).hasValue(7);
    }

    @Test
    void looking_isDoneBeforeEveryScrape_whenItIsQuick() {
        AtomicInteger collected = new AtomicInteger();
        MultiCollector quick = () -> {
            it.nanos += Duration.ofMillis(249).toNanos();
            collected.incrementAndGet();
            return MetricSnapshots.of();
        };
        it.registry.register(quick);
        it.start("metrics", context, rule(counter("a_total")));
        assertThat(it.shown()).containsExactly("a_total 0.0");
        Counter.builder().name("a_total").register(it.registry).inc(42);
        assertThat(it.shown()).containsExactly("a_total 42.0");
        assertThat(collected).hasValue(5);
    }
}
