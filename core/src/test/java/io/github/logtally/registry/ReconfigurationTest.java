package io.github.logtally.registry;

import static io.github.logtally.registry.TableFixture.count;
import static io.github.logtally.registry.TableFixture.rule;
import static io.github.logtally.series.MetricBuilder.counter;
import static io.github.logtally.series.MetricBuilder.gauge;
import static io.github.logtally.series.MetricBuilder.histogram;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.series.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReconfigurationTest {
    private final TableFixture it = new TableFixture();
    private final Object context = new Object();

    @Test
    void stopFirst_keepsCountsAndDropsWhatIsNoLongerNamed() {
        Lease old = it.start("metrics", context, rule(counter("a_total")), rule(counter("b_total")));
        count(old, 0, 1);
        count(old, 1, 1);
        old.close();
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 1.0");
        Lease fresh = it.start("metrics", context, rule(counter("b_total")), rule(counter("c_total")));
        count(fresh, 0, 1);
        assertThat(it.shown()).containsExactly("b_total 2.0", "c_total 0.0");
        assertThat(it.problems).isEmpty();
    }

    @Test
    void startFirst_keepsCountsAndDropsWhatIsNoLongerNamedAtTheStop() {
        Lease old = it.start("metrics", context, rule(counter("a_total")), rule(counter("b_total")));
        count(old, 0, 1);
        count(old, 1, 1);
        Lease fresh = it.start("metrics", context, rule(counter("b_total")), rule(counter("c_total")));
        count(fresh, 0, 1);
        count(old, 0, 1);
        count(old, 1, 1);
        assertThat(it.shown()).containsExactly("a_total 2.0", "b_total 3.0", "c_total 0.0");
        old.close();
        assertThat(it.shown()).containsExactly("b_total 3.0", "c_total 0.0");
        fresh.close();
        assertThat(it.shown()).containsExactly("b_total 3.0", "c_total 0.0");
    }

    @Test
    void startFirst_manyTimes_endsWithTheLast() {
        Lease lease = it.start("metrics", context, rule(counter("a_total")));
        for (int i = 0; i < 5; i++) {
            Lease next = it.start("metrics", context, rule(counter("a_total")), rule(counter("r" + i + "_total")));
            lease.close();
            lease = next;
            count(lease, 0, 1);
        }
        assertThat(it.shown()).containsExactly("a_total 5.0", "r4_total 0.0");
    }

    @Test
    void anotherDefinition_replacesTheOldInEitherOrder() {
        Lease old = it.start("metrics", context, rule(counter("a_total").labels("x")));
        count(old, 0, 1, "1");
        old.close();
        Lease second = it.start("metrics", context, rule(counter("a_total").labels("y")));
        count(second, 0, 1, "1");
        assertThat(it.shown()).containsExactly("a_total{y=\"1\"} 1.0");
        Lease third = it.start("metrics", context, rule(gauge("a")));
        count(second, 0, 1, "1");
        count(third, 0, 7);
        second.close();
        assertThat(it.shown()).containsExactly("a 7.0");
        assertThat(it.problems).isEmpty();
        assertThat(it.own("logtally_rule_matches_total")).containsExactly("{appender=\"metrics\",metric=\"a\"} 1.0");
    }

    @Test
    void metricsOfStoppedAppenders_giveWayToNamesThatNeedTheirs() {
        it.start("one", context, rule(counter("a_total")), rule(histogram("h"))).close();
        Lease two = it.start("two", context, rule(gauge("a")), rule(gauge("h_sum")));
        count(two, 0, 7);
        count(two, 1, 8);
        assertThat(it.shown()).containsExactly("a 7.0", "h_sum 8.0");
        assertThat(it.problems).isEmpty();
    }

    @Test
    void newBounds_holdAtOnce() {
        it.start("metrics", context, rule(counter("a_total").labels("x").maxSeries(1)))
                .close();
        Lease fresh = it.start(
                "metrics",
                context,
                rule(counter("a_total").labels("x").maxSeries(2).help("h2")));
        count(fresh, 0, 1, "1");
        count(fresh, 0, 1, "2");
        assertThat(it.shown()).containsExactly("a_total{x=\"1\"} 1.0", "a_total{x=\"2\"} 1.0");
    }

    @Test
    void twoContexts_withOneAppenderName_shareMetricsAndAccounts() {
        Lease one = it.start("metrics", context, rule(counter("a_total")), rule(counter("b_total")));
        Lease two = it.start("metrics", new Object(), rule(counter("a_total")));
        count(one, 0, 1);
        count(two, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 2.0", "b_total 0.0");
        assertThat(it.own("logtally_rule_matches_total"))
                .containsExactly(
                        "{appender=\"metrics\",metric=\"a_total\"} 2.0",
                        "{appender=\"metrics\",metric=\"b_total\"} 0.0");
        one.close();
        assertThat(it.shown()).containsExactly("a_total 2.0", "b_total 0.0");
        Lease again = it.start("metrics", context, rule(counter("b_total")));
        count(again, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 2.0", "b_total 1.0");
        assertThat(it.problems).isEmpty();
    }

    @Test
    void oneContextReconfigured_leavesAnotherThatIsBetweenStopAndStart() {
        Object other = new Object();
        Lease first = it.start("metrics", context, rule(counter("a_total")));
        Lease second = it.start("metrics", other, rule(counter("b_total")));
        count(first, 0, 1);
        first.close();
        second.close();
        it.start("metrics", other, rule(counter("b_total")));
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 0.0");
        it.start("metrics", context, rule(counter("a_total")));
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 0.0");
    }

    @Test
    void newContext_takesOverFromThoseThatStopped() {
        it.start("metrics", context, rule(counter("a_total")), rule(counter("b_total")))
                .close();
        it.start("metrics", new Object(), rule(counter("b_total")));
        assertThat(it.shown()).containsExactly("b_total 0.0");
    }

    @Test
    void configured_dropsWhatOnlyAppendersThatDidNotComeBackName() {
        Lease gone = it.start("gone", context, rule(counter("a_total")), rule(counter("b_total")));
        Lease stays = it.start("stays", context, rule(counter("b_total")), rule(counter("c_total")));
        count(gone, 1, 1);
        gone.close();
        stays.close();
        it.start("stays", context, rule(counter("b_total")), rule(counter("c_total")));
        it.table.configured(context);
        assertThat(it.shown()).containsExactly("b_total 1.0", "c_total 0.0");
        assertThat(it.own("logtally_events_accepted_total")).containsExactly("{appender=\"stays\"} 0.0");
        gone.settle();
        Lease back = it.start("gone", context, rule(counter("a_total")));
        count(back, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 1.0", "c_total 0.0");
    }

    @Test
    void configured_leavesRunningAppendersAndOtherContexts() {
        it.start("running", context, rule(counter("a_total")));
        it.start("stopped", new Object(), rule(counter("b_total"))).close();
        it.table.configured(context);
        assertThat(it.shown()).containsExactly("a_total 0.0", "b_total 0.0");
    }

    @Test
    void configured_beforeTheOldStops_dropsNothingYet() {
        Lease old = it.start("old", context, rule(counter("a_total")));
        it.start("renamed", context, rule(counter("a_total")), rule(counter("b_total")));
        count(old, 0, 1);
        it.table.configured(context);
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 0.0");
        old.close();
        it.table.configured(context);
        assertThat(it.shown()).containsExactly("a_total 1.0", "b_total 0.0");
        assertThat(it.own("logtally_series"))
                .containsExactly(
                        "{appender=\"renamed\",metric=\"a_total\"} 1.0",
                        "{appender=\"renamed\",metric=\"b_total\"} 1.0");
    }

    @Test
    void otherAppenders_keepTheirMetrics() {
        it.start("one", context, rule(counter("a_total"))).close();
        Lease two = it.start("two", context, rule(counter("b_total")));
        assertThat(it.shown()).containsExactly("a_total 0.0", "b_total 0.0");
        it.start("one", context);
        assertThat(it.shown()).containsExactly("b_total 0.0");
        two.close();
        it.start("one", context);
        assertThat(it.shown()).containsExactly("b_total 0.0");
    }

    @Test
    void sharedMetric_staysWhileOneNamesIt() {
        Lease one = it.start("one", context, rule(counter("a_total")));
        Lease two = it.start("two", context, rule(counter("a_total")));
        count(one, 0, 1);
        one.close();
        it.start("one", context);
        count(two, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 2.0");
        assertThat(it.own("logtally_rule_matches_total")).containsExactly("{appender=\"two\",metric=\"a_total\"} 1.0");
    }

    @Test
    void anotherDefinition_isRefusedWhileAnotherAppenderNamesTheMetric() {
        Lease one = it.start("one", context, rule(counter("a_total").labels("x")));
        Lease two = it.start("two", context, rule(counter("a_total")), rule(counter("b_total")));
        assertThat(two.rules()).hasSize(1);
        assertThat(it.problems).hasSize(1);
        assertThat(it.problems.get(0).text())
                .startsWith("Counter 'a_total', name: ")
                .contains("Counter 'a_total' of appender 'one'");
        assertThat(it.own("logtally_rules_refused"))
                .containsExactly("{appender=\"one\"} 0.0", "{appender=\"two\"} 1.0");
        assertThat(count(one, 0, 1, "v")).isEqualTo(Outcome.UPDATED);
        assertThat(it.shown()).containsExactly("a_total{x=\"v\"} 1.0", "b_total 0.0");
        one.close();
        two.close();
        it.start("two", context, rule(counter("a_total")));
        assertThat(it.shown()).containsExactly("a_total 0.0");
    }

    @Test
    void namesThatMeetInAScrape_areRefused() {
        Lease lease = it.start(
                "metrics",
                context,
                rule(histogram("h")),
                rule(gauge("h_count")),
                rule(counter("x_total")),
                rule(gauge("x")),
                rule(counter("x")),
                rule(counter("h_count_total")),
                rule(counter("logtally_events_accepted_total")),
                rule(gauge("logtally_series")));
        assertThat(lease.rules())
                .extracting(granted -> granted.rule().metric().name())
                .containsExactly("h", "x_total", "h_count_total");
        assertThat(it.problems).hasSize(5);
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 5.0");
    }

    @Test
    void labelsInAnotherOrder_areGivenInTheMetricsOwn() {
        Lease one = it.start("one", context, rule(counter("a_total").labels("x", "y")));
        Lease two = it.start("two", context, rule(counter("a_total").labels("y", "x")));
        assertThat(two.rules().get(0).labels())
                .extracting(label -> label.name())
                .containsExactly("x", "y");
        count(one, 0, 1, "1", "2");
        count(two, 0, 1, "1", "2");
        assertThat(it.shown()).containsExactly("a_total{x=\"1\",y=\"2\"} 2.0");
    }

    @Test
    void nameThatTheClientDoesNotTake_isRefused() {
        Lease lease = it.start("metrics", context, rule(histogram("h").labels("le")), rule(counter("a_total")));
        assertThat(lease.rules()).hasSize(1);
        assertThat(it.problems).hasSize(1);
        assertThat(it.problems.get(0).text()).contains("Histogram 'h'").contains("le");
    }

    @Test
    void close_twice_isOnce() {
        TableFixture.Stats stats = new TableFixture.Stats();
        stats.accepted = 3;
        Lease lease = it.start("metrics", context, stats, rule(counter("a_total")));
        lease.close();
        lease.close();
        assertThat(it.own("logtally_events_accepted_total")).containsExactly("{appender=\"metrics\"} 3.0");
    }

    @Test
    void tick_letsSeriesExpire() {
        Lease lease = it.start("metrics", context, rule(gauge("g").labels("x").expireAfter(Duration.ofSeconds(10))));
        count(lease, 0, 1, "1");
        it.nanos += Duration.ofSeconds(20).toNanos();
        assertThat(it.shown()).hasSize(1);
        it.table.tick();
        assertThat(it.shown()).isEmpty();
    }
}
