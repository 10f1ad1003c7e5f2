package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Exact numbers whatever the number of threads: {@code concurrency.xml}. */
interface ConcurrencyContract extends AppenderFixture {
    int THREADS = 4;
    int EVENTS_PER_THREAD = 25_000;

    /** As many events as the threads together may have waiting before anything could be dropped. */
    int EVENTS_BETWEEN_FLUSHES = 1_000;

    @Test
    default void events_ofSeveralThreadsAreAllCounted() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (LoggingContext context = open("concurrency")) {
            List<Future<?>> work = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "t" + thread;
                work.add(threads.submit(() -> logMany(context, name)));
            }
            for (Future<?> each : work) {
                each.get();
            }

            Scrape scrape = scrape();
            double all = (double) THREADS * EVENTS_PER_THREAD;
            for (int thread = 0; thread < THREADS; thread++) {
                String name = "t" + thread;
                assertThat(scrape.value("concurrency_template_total", "thread_name", name, "parity", "0"))
                        .isEqualTo(EVENTS_PER_THREAD / 2.0);
                assertThat(scrape.value("concurrency_template_total", "thread_name", name, "parity", "1"))
                        .isEqualTo(EVENTS_PER_THREAD / 2.0);
                assertThat(scrape.value("concurrency_mdc_total", "tenant", name))
                        .isEqualTo(EVENTS_PER_THREAD);
            }
            assertThat(scrape.value("concurrency_text_total")).isEqualTo(all);
            assertThat(scrape.value("concurrency_seconds_count")).isEqualTo(all);
            assertThat(scrape.value("concurrency_seconds_sum")).isEqualTo(all / 2);
            assertThat(scrape.value("logtally_events_accepted_total", "appender", "concurrency"))
                    .isEqualTo(all);
            assertThat(scrape.value("logtally_events_processed_total", "appender", "concurrency"))
                    .isEqualTo(all);
            assertThat(scrape.value(
                            "logtally_events_dropped_total", "appender", "concurrency", "reason", "buffer_full"))
                    .isZero();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void logMany(LoggingContext context, String name) {
        context.putMdc("tenant", name);
        for (int i = 0; i < EVENTS_PER_THREAD; i++) {
            context.info("concurrency", "Event of {} is {} as number {}", name, i % 2, i);
            if (i % EVENTS_BETWEEN_FLUSHES == 0) {
                assertThat(Logtally.flush(PATIENCE)).isTrue();
            }
        }
        context.clearMdc();
    }
}
