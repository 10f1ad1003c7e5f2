package io.github.logtally.benchmarks;

import io.github.logtally.LogtallyEngine;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Stalls the worker: a mistake that shows only beside the metrics of other appenders is reported while no event can be
 * evaluated, and the report takes as long as we like.
 */
final class Turn {
    private static final String METRIC = "bench_stall";

    private Turn() {}

    /** Runs the action on this thread while the worker stands still. */
    static void hold(Runnable action) {
        AtomicBoolean held = new AtomicBoolean();
        StatusReporter running = new StatusReporter() {
            @Override
            public void configurationProblem(String message) {
                if (held.compareAndSet(false, true)) {
                    action.run();
                }
            }

            @Override
            public void warning(String message, @Nullable Throwable cause) {}
        };
        try (LogtallyEngine<Object> holder = engine("holder", "Gauge", StatusReporter.silent());
                LogtallyEngine<Object> clashing = engine("clashing", "Counter", running)) {
            holder.accept("");
            clashing.accept("");
        }
        if (!held.get()) {
            throw new IllegalStateException("the worker was not held");
        }
    }

    /** Stalls the worker until what it returns is run. */
    static Runnable holdUntil() {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Thread holder = new Thread(
                () -> hold(() -> {
                    held.countDown();
                    await(released);
                }),
                "stall");
        holder.setDaemon(true);
        holder.start();
        await(held);
        return released::countDown;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LogtallyEngine<Object> engine(String name, String kind, StatusReporter reporter) {
        return LogtallyEngine.builder(name, new NoEvents())
                .settings(Element.of("Logtally")
                        .with("capacity", "16")
                        .child(Element.of(kind).with("name", METRIC).with("value", "1")))
                .reporter(reporter)
                .context(Turn.class)
                .start();
    }
}
