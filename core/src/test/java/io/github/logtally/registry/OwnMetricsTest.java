package io.github.logtally.registry;

import static io.github.logtally.registry.TableFixture.count;
import static io.github.logtally.registry.TableFixture.fixed;
import static io.github.logtally.registry.TableFixture.label;
import static io.github.logtally.registry.TableFixture.rule;
import static io.github.logtally.series.MetricBuilder.counter;
import static io.github.logtally.series.MetricBuilder.gauge;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.series.FailureReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnMetricsTest {
    private final TableFixture it = new TableFixture();
    private final Object context = new Object();
    private final TableFixture.Stats stats = new TableFixture.Stats();

    @Test
    void all_arePresentAtZero() {
        it.start("metrics", context, stats, rule(counter("a_total").labels("x", "y")));
        assertThat(TableFixture.lines(it.registry))
                .containsExactly(
                        "logtally_buffer_capacity{appender=\"metrics\"} 8192.0",
                        "logtally_buffer_events{appender=\"metrics\"} 0.0",
                        "logtally_events_accepted_total{appender=\"metrics\"} 0.0",
                        "logtally_events_dropped_total{appender=\"metrics\",reason=\"buffer_full\"} 0.0",
                        "logtally_events_dropped_total{appender=\"metrics\",reason=\"shutdown\"} 0.0",
                        "logtally_events_processed_total{appender=\"metrics\"} 0.0",
                        "logtally_events_truncated_total{appender=\"metrics\"} 0.0",
                        "logtally_label_overflows_total{appender=\"metrics\",label=\"x\",metric=\"a_total\"} 0.0",
                        "logtally_label_overflows_total{appender=\"metrics\",label=\"y\",metric=\"a_total\"} 0.0",
                        failures("internal"),
                        failures("missing"),
                        failures("negative"),
                        failures("not_a_number"),
                        failures("not_finite"),
                        failures("regex_budget"),
                        failures("regex_stack"),
                        failures("to_string"),
                        failures("unit"),
                        "logtally_rule_matches_total{appender=\"metrics\",metric=\"a_total\"} 0.0",
                        "logtally_rules_refused{appender=\"metrics\"} 0.0",
                        "logtally_series{appender=\"metrics\",metric=\"a_total\"} 0.0",
                        "logtally_worker_busy_seconds_total{appender=\"metrics\"} 0.0");
    }

    private static String failures(String reason) {
        return "logtally_rule_failures_total{appender=\"metrics\",metric=\"a_total\",reason=\"" + reason + "\"} 0.0";
    }

    @Test
    void numbersOfAnEngine_areThoseItGives() {
        it.start("metrics", context, stats, rule(counter("a_total")));
        stats.accepted = 10;
        stats.processed = 5;
        stats.bufferFull = 2;
        stats.shutdown = 1;
        stats.waiting = 2;
        stats.truncated = 4;
        stats.busyNanos = 1_500_000_000L;
        assertThat(it.own("logtally_events_accepted_total")).containsExactly("{appender=\"metrics\"} 10.0");
        assertThat(it.own("logtally_events_processed_total")).containsExactly("{appender=\"metrics\"} 5.0");
        assertThat(it.own("logtally_events_dropped_total"))
                .containsExactly(
                        "{appender=\"metrics\",reason=\"buffer_full\"} 2.0",
                        "{appender=\"metrics\",reason=\"shutdown\"} 1.0");
        assertThat(it.own("logtally_buffer_events")).containsExactly("{appender=\"metrics\"} 2.0");
        assertThat(it.own("logtally_events_truncated_total")).containsExactly("{appender=\"metrics\"} 4.0");
        assertThat(it.own("logtally_worker_busy_seconds_total")).containsExactly("{appender=\"metrics\"} 1.5");
    }

    @Test
    void numbersOfEnginesThatStopped_stay() {
        Lease old = it.start("metrics", context, stats, rule(counter("a_total")));
        stats.accepted = 10;
        stats.processed = 9;
        stats.shutdown = 1;
        stats.busyNanos = 1_000_000_000L;
        TableFixture.Stats next = new TableFixture.Stats();
        it.start("metrics", context, next, rule(counter("a_total")));
        next.accepted = 5;
        next.processed = 5;
        assertThat(it.own("logtally_buffer_capacity")).containsExactly("{appender=\"metrics\"} 16384.0");
        old.close();
        assertThat(it.own("logtally_events_accepted_total")).containsExactly("{appender=\"metrics\"} 15.0");
        assertThat(it.own("logtally_events_processed_total")).containsExactly("{appender=\"metrics\"} 14.0");
        assertThat(it.own("logtally_events_dropped_total")).contains("{appender=\"metrics\",reason=\"shutdown\"} 1.0");
        assertThat(it.own("logtally_worker_busy_seconds_total")).containsExactly("{appender=\"metrics\"} 1.0");
        assertThat(it.own("logtally_buffer_capacity")).containsExactly("{appender=\"metrics\"} 8192.0");
    }

    @Test
    void numbersOfRules_areCounted() {
        Lease lease = it.start(
                "metrics",
                context,
                rule(counter("a_total").label("x", 1)),
                rule(counter("b_total").labels("x").maxSeries(1).drop()));
        count(lease, 0, 1, "1");
        count(lease, 0, 1, "2");
        count(lease, 0, 1, "3");
        count(lease, 1, 1, "1");
        count(lease, 1, 1, "2");
        lease.rules().get(0).account().failed(FailureReason.NEGATIVE);
        assertThat(it.own("logtally_rule_matches_total"))
                .containsExactly(
                        "{appender=\"metrics\",metric=\"a_total\"} 3.0",
                        "{appender=\"metrics\",metric=\"b_total\"} 2.0");
        assertThat(it.own("logtally_rule_failures_total"))
                .contains("{appender=\"metrics\",metric=\"a_total\",reason=\"negative\"} 1.0");
        assertThat(it.own("logtally_series"))
                .containsExactly(
                        "{appender=\"metrics\",metric=\"a_total\"} 2.0",
                        "{appender=\"metrics\",metric=\"b_total\"} 1.0");
        assertThat(it.own("logtally_label_overflows_total"))
                .containsExactly(
                        "{appender=\"metrics\",label=\"\",metric=\"b_total\"} 1.0",
                        "{appender=\"metrics\",label=\"x\",metric=\"a_total\"} 2.0");
    }

    @Test
    void rulesNoLongerNamed_areNoLongerShown() {
        it.start("metrics", context, rule(counter("a_total")), rule(counter("b_total")))
                .close();
        assertThat(it.own("logtally_rule_matches_total")).hasSize(2);
        it.start("metrics", context, rule(counter("b_total")));
        assertThat(it.own("logtally_rule_matches_total"))
                .containsExactly("{appender=\"metrics\",metric=\"b_total\"} 0.0");
        assertThat(it.own("logtally_rule_failures_total")).hasSize(FailureReason.values().length);
    }

    @Test
    void numbersOfRules_surviveAReconfiguration() {
        Lease old = it.start(
                "metrics", context, rule(counter("a_total").labels("x", "y").maxSeries(1)));
        count(old, 0, 1, "1", "1");
        count(old, 0, 1, "2", "1");
        old.rules().get(0).account().failed(FailureReason.MISSING);
        old.close();
        it.start("metrics", context, rule(counter("a_total").labels("x", "y").maxSeries(1)));
        assertThat(it.own("logtally_label_overflows_total"))
                .containsExactly(
                        "{appender=\"metrics\",label=\"x\",metric=\"a_total\"} 1.0",
                        "{appender=\"metrics\",label=\"y\",metric=\"a_total\"} 0.0");
        assertThat(it.own("logtally_rule_matches_total"))
                .containsExactly("{appender=\"metrics\",metric=\"a_total\"} 2.0");
        assertThat(it.own("logtally_rule_failures_total"))
                .contains("{appender=\"metrics\",metric=\"a_total\",reason=\"missing\"} 1.0");
    }

    @Test
    void refusedRules_areThoseOfTheNewestConfiguration() {
        Lease old = it.start("metrics", context, rule(counter("a_total")), rule(gauge("a")));
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 1.0");
        it.start("metrics", context, rule(counter("a_total")));
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 0.0");
        old.close();
        assertThat(it.own("logtally_rules_refused")).containsExactly("{appender=\"metrics\"} 0.0");
    }

    @Test
    void turnThatCannotBeHad_showsTheLastNumbersAndTheMetricsAsTheyAre() {
        Lease lease = it.start("metrics", context, stats, rule(counter("a_total")));
        it.turnTaken = true;
        assertThat(it.shown()).containsExactly("a_total 0.0");
        assertThat(it.own("logtally_events_accepted_total"))
                .as("as of its start")
                .containsExactly("{appender=\"metrics\"} 0.0");
        it.turnTaken = false;
        stats.accepted = 1;
        it.shown();
        it.turnTaken = true;
        stats.accepted = 2;
        count(lease, 0, 1);
        assertThat(it.shown()).containsExactly("a_total 1.0");
        assertThat(it.own("logtally_events_accepted_total")).containsExactly("{appender=\"metrics\"} 1.0");
    }

    @Test
    void zeroSeries_areThereFromTheStart() {
        it.start(
                "metrics",
                context,
                rule(counter("a_total").labels("x"), List.of("ok", "failed")),
                rule(gauge("g").labels("x"), List.of("ok")),
                rule(
                        counter("b_total").labels("app", "x").build(),
                        List.of(fixed("app", "shop"), label("x", List.of("1", "2")))),
                rule(
                        counter("c_total").labels("x", "y").build(),
                        List.of(label("x", List.of("1")), label("y", List.of()))),
                rule(counter("d_total").labels("app").build(), List.of(fixed("app", "shop"))),
                rule(gauge("e").labels("app").build(), List.of(fixed("app", "shop"))));
        assertThat(it.shown())
                .containsExactly(
                        "a_total{x=\"failed\"} 0.0",
                        "a_total{x=\"ok\"} 0.0",
                        "b_total{app=\"shop\",x=\"1\"} 0.0",
                        "b_total{app=\"shop\",x=\"2\"} 0.0",
                        "c_total{x=\"1\",y=\"\"} 0.0",
                        "d_total{app=\"shop\"} 0.0",
                        "g{x=\"ok\"} 0.0");
        assertThat(it.problems).isEmpty();
    }

    @Test
    void zeroSeriesBeyondABound_areReported() {
        it.start("metrics", context, rule(counter("a_total").labels("x").maxSeries(1), List.of("1", "2")));
        assertThat(it.shown()).containsExactly("a_total{x=\"1\"} 0.0");
        assertThat(it.problems).hasSize(1);
        assertThat(it.problems.get(0).text()).startsWith("Counter 'a_total', zero: ");
    }
}
