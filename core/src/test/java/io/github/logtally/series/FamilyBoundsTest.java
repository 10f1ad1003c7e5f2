package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FamilyBoundsTest {
    @Test
    void maxValues_replacesTheLabelThatPassedIt() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").label("user", 2).label("method", 0));
        it.record(1, "ann", "GET");
        it.record(1, "bob", "GET");
        it.record(1, "cid", "GET");
        it.record(1, "dan", "POST");
        it.record(1, "dan", "GET");
        it.record(1, "ann", "POST");
        assertThat(it.lines())
                .containsExactlyInAnyOrder(
                        "x_total{method=\"GET\",user=\"ann\"} 1.0",
                        "x_total{method=\"GET\",user=\"bob\"} 1.0",
                        "x_total{method=\"GET\",user=\"other\"} 2.0",
                        "x_total{method=\"POST\",user=\"ann\"} 1.0",
                        "x_total{method=\"POST\",user=\"other\"} 1.0");
        assertThat(it.overflows).containsExactly("user", "user", "user");
    }

    @Test
    void maxValues_doesNotCountOther() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").label("user", 2));
        it.record(1, "other");
        it.record(1, "ann");
        it.record(1, "bob");
        assertThat(it.overflows).isEmpty();
        it.record(1, "other");
        it.record(1, "cid");
        assertThat(it.overflows).containsExactly("user");
        assertThat(it.lines()).contains("x_total{user=\"other\"} 3.0").hasSize(3);
    }

    @Test
    void maxValues_ofSeveralLabels_replacesAllThatPassed() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.counter("x_total").label("a", 1).label("b", 1));
        it.record(1, "a1", "b1");
        it.record(1, "a2", "b2");
        assertThat(it.overflows).containsExactly("a", "b");
        assertThat(it.lines()).contains("x_total{a=\"other\",b=\"other\"} 1.0").hasSize(2);
    }

    @Test
    void maxValues_withDrop_doesNotCount() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.counter("x_total").label("a", 1).drop());
        it.record(1, "a1");
        assertThat(it.record(1, "a2")).isEqualTo(Outcome.DROPPED);
        assertThat(it.record(1, "a1")).isEqualTo(Outcome.UPDATED);
        assertThat(it.overflows).containsExactly("");
        assertThat(it.lines()).containsExactly("x_total{a=\"a1\"} 2.0");
    }

    @Test
    void maxSeries_replacesTheLabelWithMostValues() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").labels("method", "path").maxSeries(3));
        it.record(1, "GET", "/1");
        it.record(1, "GET", "/2");
        it.record(1, "POST", "/3");
        it.record(1, "GET", "/4");
        it.record(1, "POST", "/5");
        it.record(1, "GET", "/1");
        assertThat(it.lines())
                .containsExactlyInAnyOrder(
                        "x_total{method=\"GET\",path=\"/1\"} 2.0",
                        "x_total{method=\"GET\",path=\"/2\"} 1.0",
                        "x_total{method=\"POST\",path=\"/3\"} 1.0",
                        "x_total{method=\"GET\",path=\"other\"} 1.0",
                        "x_total{method=\"POST\",path=\"other\"} 1.0");
        assertThat(it.overflows).containsExactly("path", "path");
    }

    @Test
    void maxSeries_onATie_replacesTheFirstNamed() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").labels("a", "b").maxSeries(2));
        it.record(1, "1", "1");
        it.record(1, "2", "2");
        it.record(1, "3", "2");
        assertThat(it.overflows).containsExactly("a");
        assertThat(it.lines()).contains("x_total{a=\"other\",b=\"2\"} 1.0");
    }

    @Test
    void maxSeries_countsTheValuesOfTheEventToo() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").labels("status", "path").maxSeries(2));
        it.record(1, "200", "/1");
        it.record(1, "404", "/2");
        it.record(1, "200", "/3");
        it.record(1, "404", "/4");
        assertThat(it.overflows).containsExactly("path", "path");
        assertThat(it.lines())
                .contains("x_total{path=\"other\",status=\"200\"} 1.0", "x_total{path=\"other\",status=\"404\"} 1.0");
    }

    @Test
    void maxSeriesOfALabel_leavesRoomForItsOtherValues() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total")
                .labels("path", "method")
                .label("tenant", 0, 2)
                .maxSeries(3));
        it.record(1, "/1", "GET", "a");
        it.record(1, "/2", "GET", "a");
        it.record(1, "/3", "GET", "a");
        it.record(1, "/4", "GET", "a");
        it.record(1, "/4", "GET", "b");
        it.record(1, "/1", "GET", "a");
        it.record(1, "/5", "GET", "c");
        assertThat(it.lines())
                .containsExactlyInAnyOrder(
                        "x_total{method=\"GET\",path=\"/1\",tenant=\"a\"} 2.0",
                        "x_total{method=\"GET\",path=\"/2\",tenant=\"a\"} 1.0",
                        "x_total{method=\"GET\",path=\"other\",tenant=\"a\"} 2.0",
                        "x_total{method=\"GET\",path=\"/4\",tenant=\"b\"} 1.0",
                        "x_total{method=\"GET\",path=\"other\",tenant=\"c\"} 1.0");
        assertThat(it.overflows).containsExactly("path", "path", "path");
    }

    @Test
    void maxSeriesOfALabel_neverReplacesIt() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").label("tenant", 0, 1).labels("path"));
        it.record(1, "a", "/1");
        it.record(1, "b", "/1");
        it.record(1, "a", "/2");
        assertThat(it.lines())
                .contains("x_total{path=\"other\",tenant=\"a\"} 1.0")
                .hasSize(3);
        assertThat(it.overflows).containsExactly("path");
    }

    @Test
    void maxSeries_withDrop_doesNotCount() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.gauge("g").labels("a").maxSeries(1).drop());
        it.record(1, "1");
        assertThat(it.record(5, "2")).isEqualTo(Outcome.DROPPED);
        assertThat(it.overflows).containsExactly("");
        assertThat(it.lines()).containsExactly("g{a=\"1\"} 1.0");
    }

    @Test
    void overflowSeries_beyondAsManyAgain_areOneOfAllOther() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").labels("a", "b").maxSeries(2));
        it.record(1, "1", "1");
        it.record(1, "2", "1");
        it.record(1, "3", "2");
        it.record(1, "3", "3");
        // b has more values than a by now, so that b is replaced
        it.record(1, "9", "4");
        it.record(1, "8", "5");
        assertThat(it.overflows).containsExactly("a", "a", "b", "b");
        assertThat(it.lines())
                .containsExactlyInAnyOrder(
                        "x_total{a=\"1\",b=\"1\"} 1.0",
                        "x_total{a=\"2\",b=\"1\"} 1.0",
                        "x_total{a=\"other\",b=\"2\"} 1.0",
                        "x_total{a=\"other\",b=\"3\"} 1.0",
                        "x_total{a=\"other\",b=\"other\"} 2.0");
        assertThat(it.family.seriesCount()).isEqualTo(5);
    }

    @Test
    void overflow_afterABoundOfALabel_comesOnTopOfMaxSeries() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.counter("x_total").label("a", 2).maxSeries(2));
        it.record(1, "1");
        it.record(1, "2");
        it.record(1, "3");
        assertThat(it.lines()).contains("x_total{a=\"other\"} 1.0").hasSize(3);
        assertThat(it.overflows).containsExactly("a");
    }

    @Test
    void withoutLabels_neverOverflows() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.gauge("g").maxSeries(1).drop());
        assertThat(it.record(1)).isEqualTo(Outcome.UPDATED);
        assertThat(it.record(2)).isEqualTo(Outcome.UPDATED);
        assertThat(it.overflows).isEmpty();
    }

    @Test
    void declareZero_countsAndEndsAtTheBounds() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.counter("x_total").labels("a").maxSeries(2));
        assertThat(it.zero("1")).isTrue();
        assertThat(it.zero("1")).isTrue();
        assertThat(it.zero("2")).isTrue();
        assertThat(it.zero("3")).isFalse();
        assertThat(it.overflows).isEmpty();
        assertThat(it.lines()).containsExactly("x_total{a=\"1\"} 0.0", "x_total{a=\"2\"} 0.0");
        it.record(1, "3");
        assertThat(it.overflows).containsExactly("a");
        FamilyFixture values =
                new FamilyFixture(MetricBuilder.counter("y_total").label("a", 1));
        assertThat(values.zero("1")).isTrue();
        assertThat(values.zero("2")).isFalse();
        assertThat(values.family.seriesCount()).isEqualTo(1);
    }

    @Test
    void expiry_makesRoomAgain() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").label("a", 1).maxSeries(1).expireAfter(Duration.ofSeconds(1)));
        it.record(1, "1");
        it.record(1, "2");
        it.advance(Duration.ofSeconds(5));
        it.record(1, "2");
        it.record(1, "3");
        assertThat(it.overflows).containsExactly("a", "a");
        assertThat(it.lines()).containsExactly("x_total{a=\"2\"} 1.0", "x_total{a=\"other\"} 1.0");
    }

    @Test
    void expiry_ofSome_keepsTheValuesThatOthersHave() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").label("a", 1).label("b", 0).expireAfter(Duration.ofSeconds(10)));
        it.record(1, "1", "x");
        it.record(1, "1", "y");
        it.advance(Duration.ofSeconds(6));
        it.record(1, "1", "y");
        it.advance(Duration.ofSeconds(6));
        assertThat(it.family.seriesCount()).isEqualTo(1);
        it.record(1, "2", "y");
        assertThat(it.overflows).containsExactly("a");
    }
}
