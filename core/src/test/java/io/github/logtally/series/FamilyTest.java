package io.github.logtally.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.logtally.config.Operation;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FamilyTest {
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void counter_addsPerSeries() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("http_requests_total")
                .help("HTTP requests served")
                .labels("method", "status"));
        it.record(1, "GET", "200");
        it.record(1, "GET", "200");
        it.record(2.5, "POST", "200");
        assertThat(it.text())
                .isEqualTo(
                        """
                # HELP http_requests_total HTTP requests served
                # TYPE http_requests_total counter
                http_requests_total{method="GET",status="200"} 2.0
                http_requests_total{method="POST",status="200"} 2.5
                """);
        assertThat(it.family.seriesCount()).isEqualTo(2);
        assertThat(it.family.prometheusName()).isEqualTo("http_requests");
    }

    @Test
    void counter_withoutSuffix_hasItInTheText() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("logins"));
        it.record(1);
        assertThat(it.lines()).containsExactly("logins_total 1.0");
    }

    @Test
    void counter_refusesWhatIsNegativeOrNotFinite() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a"));
        assertThat(it.record(-1, "v")).isEqualTo(Outcome.NEGATIVE);
        assertThat(it.record(Double.NaN, "v")).isEqualTo(Outcome.NOT_FINITE);
        assertThat(it.record(Double.POSITIVE_INFINITY, "v")).isEqualTo(Outcome.NOT_FINITE);
        assertThat(it.record(Double.NEGATIVE_INFINITY, "v")).isEqualTo(Outcome.NOT_FINITE);
        assertThat(it.family.seriesCount()).isZero();
        assertThat(it.record(0, "v")).isEqualTo(Outcome.UPDATED);
        assertThat(it.record(-0.0, "v")).isEqualTo(Outcome.UPDATED);
        assertThat(it.lines()).containsExactly("x_total{a=\"v\"} 0.0");
    }

    @Test
    void sums_stayFinite() {
        FamilyFixture counter = new FamilyFixture(MetricBuilder.counter("x_total"));
        assertThat(counter.record(Double.MAX_VALUE)).isEqualTo(Outcome.UPDATED);
        assertThat(counter.record(Double.MAX_VALUE)).isEqualTo(Outcome.NOT_FINITE);
        assertThat(counter.lines()).containsExactly("x_total " + Double.MAX_VALUE);

        FamilyFixture histogram = new FamilyFixture(MetricBuilder.histogram("h"));
        assertThat(histogram.record(-Double.MAX_VALUE)).isEqualTo(Outcome.UPDATED);
        assertThat(histogram.record(-Double.MAX_VALUE)).isEqualTo(Outcome.NOT_FINITE);
        assertThat(histogram.lines()).contains("h_count 1", "h_sum " + -Double.MAX_VALUE);

        FamilyFixture gauge = new FamilyFixture(MetricBuilder.gauge("g"));
        assertThat(gauge.apply(Operation.ADD, Double.MAX_VALUE)).isEqualTo(Outcome.UPDATED);
        assertThat(gauge.apply(Operation.ADD, Double.MAX_VALUE)).isEqualTo(Outcome.NOT_FINITE);
        assertThat(gauge.apply(Operation.SUB, -Double.MAX_VALUE)).isEqualTo(Outcome.NOT_FINITE);
        assertThat(gauge.lines()).containsExactly("g " + Double.MAX_VALUE);
    }

    @Test
    void gauge_appliesEachOperation() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.gauge("g").labels("op"));
        it.apply(Operation.SET, 5, "set");
        it.apply(Operation.SET, -3, "set");
        it.apply(Operation.ADD, 5, "add");
        it.apply(Operation.ADD, -2, "add");
        it.apply(Operation.SUB, 5, "sub");
        it.apply(Operation.MAX, -5, "max");
        it.apply(Operation.MAX, -7, "max");
        it.apply(Operation.MIN, 5, "min");
        it.apply(Operation.MIN, 7, "min");
        assertThat(it.lines())
                .containsExactly(
                        "g{op=\"add\"} 3.0",
                        "g{op=\"max\"} -5.0",
                        "g{op=\"min\"} 5.0",
                        "g{op=\"set\"} -3.0",
                        "g{op=\"sub\"} -5.0");
    }

    @Test
    void gauge_declaredAtZero_stillBeginsMaxAndMinWithTheFirstValue() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.gauge("g").labels("op"));
        it.zero("max");
        it.zero("min");
        assertThat(it.lines()).containsExactly("g{op=\"max\"} 0.0", "g{op=\"min\"} 0.0");
        it.apply(Operation.MAX, -5, "max");
        it.apply(Operation.MIN, 5, "min");
        assertThat(it.lines()).containsExactly("g{op=\"max\"} -5.0", "g{op=\"min\"} 5.0");
    }

    @Test
    void histogram_countsInItsOwnBuckets() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.histogram("h").buckets(0.5, 1.0));
        it.record(0.5);
        it.record(0.7);
        it.record(3);
        assertThat(it.lines())
                .containsExactly(
                        "h_bucket{le=\"0.5\"} 1",
                        "h_bucket{le=\"1.0\"} 2",
                        "h_bucket{le=\"+Inf\"} 3",
                        "h_count 3",
                        "h_sum 4.2");
    }

    @Test
    void histogram_native_hasNoClassicBuckets() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.histogram("h").nativeHistogram());
        it.record(0.5);
        assertThat(it.lines()).containsExactly("h_bucket{le=\"+Inf\"} 1", "h_count 1", "h_sum 0.5");
    }

    @Test
    void summary_hasItsQuantiles() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.summary("s").quantiles(0.5, 0.99));
        it.record(3);
        assertThat(it.lines())
                .containsExactly("s{quantile=\"0.5\"} 3.0", "s{quantile=\"0.99\"} 3.0", "s_count 1", "s_sum 3.0");
    }

    @Test
    void withoutLabels_isThereFromTheStart_exceptAGauge() {
        assertThat(new FamilyFixture(MetricBuilder.counter("x_total")).lines()).containsExactly("x_total 0.0");
        assertThat(new FamilyFixture(MetricBuilder.summary("s")).lines()).containsExactly("s_count 0", "s_sum 0.0");
        assertThat(new FamilyFixture(MetricBuilder.histogram("h")).lines()).contains("h_count 0");
        FamilyFixture gauge = new FamilyFixture(MetricBuilder.gauge("g"));
        assertThat(gauge.text()).isEmpty();
        gauge.record(0);
        assertThat(gauge.lines()).containsExactly("g 0.0");
    }

    @Test
    void withLabels_isNotShownBeforeItsFirstSeries() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a"));
        assertThat(it.family.snapshot()).isNull();
        assertThat(it.text()).isEmpty();
    }

    @Test
    void unit_isMetadataOnly() {
        FamilyFixture fits =
                new FamilyFixture(MetricBuilder.histogram("h_seconds").unit("seconds"));
        assertThat(fits.openMetrics()).contains("# UNIT h_seconds seconds\n").contains("h_seconds_count 0");
        FamilyFixture total =
                new FamilyFixture(MetricBuilder.counter("x_bytes_total").unit("bytes"));
        assertThat(total.openMetrics()).contains("# UNIT x_bytes bytes\n").contains("x_bytes_total 0.0");
        FamilyFixture other = new FamilyFixture(MetricBuilder.counter("x_total").unit("bytes"));
        assertThat(other.openMetrics()).doesNotContain("UNIT").contains("\nx_total 0.0");
        FamilyFixture strange =
                new FamilyFixture(MetricBuilder.counter("x_total").unit("no unit"));
        assertThat(strange.openMetrics()).doesNotContain("UNIT");
    }

    @Test
    void name_thatTheClientRefuses_isAnIllegalArgument() {
        assertThatThrownBy(() -> new FamilyFixture(MetricBuilder.histogram("h").labels("le")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void labelValues_ofAnyCharacters_areShown() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a", "b"));
        it.record(1, "", "");
        it.record(1, "a\uD800", "\0");
        it.record(1, "a\uDFFF", "\0");
        it.record(1, "\"\\\n", "ä\uD83D\uDE00");
        assertThat(it.family.seriesCount()).isEqualTo(3);
        assertThat(it.lines())
                .containsExactlyInAnyOrder(
                        "x_total{a=\"\",b=\"\"} 1.0",
                        "x_total{a=\"a\uFFFD\",b=\"\0\"} 2.0",
                        "x_total{a=\"\\\"\\\\\\n\",b=\"ä\uD83D\uDE00\"} 1.0");
    }

    @Test
    void labelValues_ofAnotherNumber_areABug() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a"));
        assertThatThrownBy(() -> it.record(1, "v", "w")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void exemplars_nameTheTrace() {
        FamilyFixture counter =
                new FamilyFixture(MetricBuilder.counter("x_total").exemplars().labels("a"));
        counter.traced(1, TRACE, SPAN, "v");
        assertThat(counter.openMetrics())
                .contains("x_total{a=\"v\"} 1.0 # {span_id=\"" + SPAN + "\",trace_id=\"" + TRACE + "\"} 1.0");
        FamilyFixture histogram =
                new FamilyFixture(MetricBuilder.histogram("h").exemplars().buckets(1.0));
        histogram.traced(0.5, TRACE, SPAN);
        assertThat(histogram.openMetrics()).contains("h_bucket{le=\"1.0\"} 1 # {span_id=\"" + SPAN);
    }

    @Test
    void exemplars_withUnusableIds_countWithoutOne() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").exemplars());
        it.record(1);
        it.traced(1, "", SPAN);
        it.traced(1, "x".repeat(200), SPAN);
        it.traced(1, "a\nb", SPAN);
        it.traced(1, "\uD800", SPAN);
        assertThat(it.openMetrics()).contains("x_total 5.0\n").doesNotContain("trace_id");
        it.traced(1, TRACE, "y".repeat(200));
        assertThat(it.openMetrics()).contains("x_total 6.0 # {trace_id=\"" + TRACE + "\"} 1.0");
    }

    @Test
    void exemplars_off_takeNone() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total"));
        it.traced(1, TRACE, SPAN);
        assertThat(it.openMetrics()).contains("x_total 1.0\n").doesNotContain("trace_id");
    }

    @Test
    void expiry_removesWhatHadNoUpdate() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.gauge("g").labels("a").expireAfter(Duration.ofMinutes(10)));
        it.record(1, "idle");
        it.record(1, "used");
        it.advance(Duration.ofMinutes(6));
        it.record(2, "used");
        it.advance(Duration.ofMinutes(4).minusNanos(1));
        assertThat(it.family.seriesCount()).isEqualTo(2);
        it.advance(Duration.ofMinutes(3));
        assertThat(it.lines()).containsExactly("g{a=\"used\"} 2.0");
        it.record(7, "idle");
        assertThat(it.lines()).containsExactly("g{a=\"idle\"} 7.0", "g{a=\"used\"} 2.0");
        it.advance(Duration.ofMinutes(60));
        assertThat(it.family.seriesCount()).isZero();
        assertThat(it.text()).isEmpty();
    }

    @Test
    void expiry_takesEveryKind() {
        for (MetricBuilder kind : new MetricBuilder[] {
            MetricBuilder.counter("x_total"), MetricBuilder.histogram("h"), MetricBuilder.summary("s")
        }) {
            FamilyFixture it = new FamilyFixture(kind.labels("a").expireAfter(Duration.ofSeconds(1)));
            it.record(3, "v");
            it.advance(Duration.ofSeconds(1));
            assertThat(it.text()).isEmpty();
            it.record(1, "v");
            assertThat(it.lines()).anyMatch(line -> line.endsWith("{a=\"v\"} 1.0") || line.endsWith("{a=\"v\"} 1"));
        }
    }

    @Test
    void expiry_leavesSeriesDeclaredAtZero() {
        FamilyFixture it =
                new FamilyFixture(MetricBuilder.counter("x_total").labels("a").expireAfter(Duration.ofSeconds(1)));
        it.zero("zero");
        it.record(1, "v");
        it.record(1, "zero");
        it.advance(Duration.ofHours(1));
        assertThat(it.lines()).containsExactly("x_total{a=\"zero\"} 1.0");
        FamilyFixture single =
                new FamilyFixture(MetricBuilder.counter("y_total").expireAfter(Duration.ofSeconds(1)));
        single.record(1);
        single.advance(Duration.ofHours(1));
        assertThat(single.lines()).containsExactly("y_total 1.0");
    }

    @Test
    void expiry_ofAGaugeWithoutLabels_hidesItAndBeginsAnew() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.gauge("g").expireAfter(Duration.ofSeconds(1)));
        it.apply(Operation.MAX, 5);
        it.advance(Duration.ofSeconds(2));
        assertThat(it.text()).isEmpty();
        it.apply(Operation.MAX, -5);
        assertThat(it.lines()).containsExactly("g -5.0");
    }

    @Test
    void redefine_takesTextsAndBounds() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a", "b"));
        it.record(1, "v", "w");
        it.family.redefine(MetricBuilder.counter("x_total")
                .help("better")
                .label("b", 1)
                .label("a", 0)
                .drop()
                .expireAfter(Duration.ofSeconds(5))
                .build());
        assertThat(it.text())
                .startsWith("# HELP x_total better\n# TYPE x_total counter\nx_total{a=\"v\",b=\"w\"} 1.0\n");
        assertThat(it.record(1, "v2", "w")).isEqualTo(Outcome.UPDATED);
        assertThat(it.record(1, "v", "w2")).isEqualTo(Outcome.DROPPED);
        assertThat(it.family.expires()).isTrue();
        it.advance(Duration.ofSeconds(4));
        assertThat(it.family.seriesCount()).isEqualTo(2);
        it.advance(Duration.ofSeconds(4));
        assertThat(it.family.seriesCount()).isZero();
    }

    @Test
    void redefine_withExpiry_countsFromThen() {
        FamilyFixture it = new FamilyFixture(MetricBuilder.counter("x_total").labels("a"));
        it.record(1, "v");
        it.advance(Duration.ofHours(1));
        it.family.redefine(MetricBuilder.counter("x_total")
                .labels("a")
                .expireAfter(Duration.ofSeconds(5))
                .build());
        it.advance(Duration.ofSeconds(4));
        assertThat(it.family.seriesCount()).isEqualTo(1);
        it.advance(Duration.ofSeconds(4));
        assertThat(it.family.seriesCount()).isZero();
    }

    @Test
    void snapshot_whileTheWorkerUpdates_isWholeAndLosesNothing() throws InterruptedException {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.histogram("h").labels("a").maxSeries(20).expireAfter(Duration.ofSeconds(1)));
        it.zero("0");
        AtomicBoolean running = new AtomicBoolean(true);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread scrapes = new Thread(() -> {
            while (running.get()) {
                it.text();
            }
        });
        scrapes.setUncaughtExceptionHandler((thread, error) -> failure.set(error));
        scrapes.start();
        for (int i = 0; i < 20_000; i++) {
            it.record(1, "0");
            it.record(1, "" + i % 40);
            if (i % 100 == 0) {
                it.advance(Duration.ofSeconds(1));
            }
        }
        running.set(false);
        scrapes.join();
        assertThat(failure).hasNullValue();
        assertThat(it.lines()).contains("h_count{a=\"0\"} 20500");
    }

    @Test
    void record_onASeriesThatIsThere_allocatesNothing() {
        FamilyFixture it = new FamilyFixture(
                MetricBuilder.counter("x_total").labels("a", "b").maxSeries(50));
        LabelValues labels = new LabelValues();
        OverflowListener listener = label -> {};
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = 0;
        for (int round = 0; round < 3; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 20_000; i++) {
                labels.reset();
                labels.append("method");
                labels.endLabel();
                labels.append("path");
                labels.append((char) ('a' + i % 100));
                labels.endLabel();
                it.family.record(labels, Operation.ADD, 1, null, null, listener);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(20_000);
    }
}
