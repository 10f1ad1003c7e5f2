package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.ArgumentContract.Named;
import io.github.logtally.contract.ArgumentContract.Throwing;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments whose text or number does harm: {@code hostile.xml}. */
interface HostileArgumentContract extends AppenderFixture {
    /** More than the buffer holds, so that the slot of a thread that is stuck is passed. */
    int EVENTS_MEANWHILE = 20_000;

    @Tag("text-before-queue")
    @ParameterizedTest
    @ValueSource(strings = {"argument", "field"})
    default void toStringThatTakesALock_stallsItsOwnThreadOnly(String kind) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        CountDownLatch asked = new CountDownLatch(1);
        Locking locking = new Locking(lock, asked);
        try (LoggingContext context = open("hostile")) {
            Thread stuck = new Thread(() -> {
                if (kind.equals("argument")) {
                    context.info("locked", "Held {} by {}", locking, kind);
                } else {
                    context.logFields("lockedField", Map.of("held", locking));
                }
            });
            lock.lock();
            try {
                stuck.start();
                asked.await();
                logMeanwhile(context);
                assertThat(stuck.isAlive()).isTrue();
            } finally {
                lock.unlock();
            }
            stuck.join();

            assertThat(scrape().series("hostile_locked_" + kind + "_total")).isEqualTo(Map.of("{held=late}", 1.0));
        }
    }

    private void logMeanwhile(LoggingContext context) {
        double before = others(scrape());
        for (int i = 1; i <= EVENTS_MEANWHILE; i++) {
            context.info("lockedOther", "Other event {}", i);
            if (i % 1_000 == 0) {
                assertThat(others(scrape()) - before).isEqualTo(i);
            }
        }
    }

    @Test
    default void toStringThatReturnsNull_isTheTextNull() {
        try (LoggingContext context = open("hostile")) {
            context.info("null", "Argument {} of {}", new Nothing(), "x");

            assertThat(scrape().series("hostile_null_total"))
                    .isEqualTo(Map.of("{argument=null, message=Argument null of x}", 1.0));
        }
    }

    @Test
    default void valueThatCannotBeRead_isCountedOnceAndLeavesOtherRulesAlone() {
        try (LoggingContext context = open("hostile")) {
            for (Object value : new Object[] {
                new Throwing(new IllegalStateException()), new Nothing(), null, "", "0x10", "1,234", new Named("2")
            }) {
                context.info("value", "Sent {} bytes", value);
            }

            Scrape scrape = scrape();
            assertThat(scrape.value("hostile_value_total")).isEqualTo(2);
            assertThat(scrape.value("hostile_value_other_total")).isEqualTo(7);
            assertThat(failures(scrape, "hostile_value_total", "to_string")).isEqualTo(1);
            assertThat(failures(scrape, "hostile_value_total", "missing")).isEqualTo(1);
            assertThat(failures(scrape, "hostile_value_total", "not_a_number")).isEqualTo(4);
            assertThat(scrape.series("logtally_rule_failures_total").entrySet().stream()
                            .filter(series -> series.getKey().contains("metric=hostile_value_total"))
                            .mapToDouble(Map.Entry::getValue)
                            .sum())
                    .isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"hostile_sum_total", "hostile_sum_gauge", "hostile_sum_histogram", "hostile_sum_summary"})
    default void valueThatWouldMakeASumInfinite_isAFailure(String metric) {
        try (LoggingContext context = open("hostile")) {
            context.info(metric, "Sent {} bytes", Double.MAX_VALUE);
            context.info(metric, "Sent {} bytes", Double.MAX_VALUE);
            context.info(metric, "Sent 1.7e308 bytes");

            Scrape scrape = scrape();
            boolean distribution = metric.endsWith("histogram") || metric.endsWith("summary");
            assertThat(scrape.value(distribution ? metric + "_sum" : metric)).isEqualTo(Double.MAX_VALUE);
            assertThat(failures(scrape, metric, "not_finite")).isEqualTo(2);
        }
    }

    private static double others(Scrape scrape) {
        return scrape.value("hostile_locked_other_total");
    }

    private static double failures(Scrape scrape, String metric, String reason) {
        return scrape.value("logtally_rule_failures_total", "appender", "hostile", "metric", metric, "reason", reason);
    }

    /** An object without a text. */
    record Nothing() {
        @Override
        @SuppressWarnings({"NullAway", "ToStringReturnsNull"}) // applications do it
        public String toString() {
            return null;
        }
    }

    /** An object whose text needs a lock. */
    record Locking(Lock lock, CountDownLatch asked) {
        @Override
        public String toString() {
            asked.countDown();
            lock.lock();
            try {
                return "late";
            } finally {
                lock.unlock();
            }
        }
    }
}
