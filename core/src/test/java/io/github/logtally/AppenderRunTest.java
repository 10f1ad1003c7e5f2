package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.registry.MetricTable;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.testing.Scrape;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.github.logtally.worker.Worker;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AppenderRunTest {
    private final AtomicLong nanos = new AtomicLong();
    private final MetricTable table = new MetricTable(this::exclusively, nanos::get);
    private final Worker worker = new Worker(nanos::get, table::tick);
    private final PrometheusRegistry registry = new PrometheusRegistry();

    @Test
    void eventBetweenTheLastBatchAndTheEnd_isCountedAsDropped() throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(1);
        AppenderRun<TestEvent> ending = start("ending", StatusReporter.silent());
        AppenderRun<TestEvent> other = start("other", new StatusReporter() {
            @Override
            public void configurationProblem(String message) {}

            /** On the worker's thread, which has been at the first appender and will end it in this round. */
            @Override
            public void warning(String message, @Nullable Throwable cause) {
                ending.capture().accept(TestEvent.of("took {}", 1));
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            }
        });
        table.bind(registry);

        ending.close(gone::countDown);
        other.capture().accept(TestEvent.of("took {}", "no number"));
        assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();

        Scrape scrape = Scrape.of(registry);
        assertThat(scrape.value("logtally_events_accepted_total{appender=\"ending\"}"))
                .isEqualTo(1);
        assertThat(scrape.value("logtally_events_processed_total{appender=\"ending\"}")
                        + scrape.value("logtally_events_dropped_total{appender=\"ending\",reason=\"shutdown\"}"))
                .isEqualTo(1);
        other.close(() -> {});
    }

    private AppenderRun<TestEvent> start(String name, StatusReporter reporter) {
        Element rule = Element.of("Counter")
                .with("name", name + "_total")
                .with("message", "took {ms}")
                .with("value", "{ms}");
        TestEventReader reader = new TestEventReader();
        return new AppenderRun<>(
                name,
                this,
                ConfigCompiler.compile(name, Element.of("Logtally").child(rule), reader),
                reader,
                reporter,
                worker,
                table,
                nanos::get,
                () -> {},
                null);
    }

    private boolean exclusively(Runnable action) {
        return worker.exclusively(Duration.ofSeconds(60), action);
    }
}
