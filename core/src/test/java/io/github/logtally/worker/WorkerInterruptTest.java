package io.github.logtally.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.buffer.SlotBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Applications stop their appenders on threads that have been interrupted: what waits is counted all the same. */
class WorkerInterruptTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int EVENTS = 1024;

    private final Worker worker = new Worker(System::nanoTime, () -> {});
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void finish_ofAnInterruptedThread_waitsForTheTurnBetweenBatches() throws InterruptedException {
        Thread other = new Thread(() -> worker.inTurn(() -> {}));
        SlotBuffer<Object> buffer = new SlotBuffer<>(2 * EVENTS, number -> new Object(), () -> {});
        for (int i = 0; i < EVENTS; i++) {
            buffer.publish(buffer.acquire());
        }
        Pipeline<Object> pipeline = new Pipeline<>(
                buffer,
                slot -> {
                    if (done.incrementAndGet() == 1) {
                        startAndAwaitQueued(other);
                    }
                },
                System::nanoTime);

        Thread.currentThread().interrupt();
        boolean finished = worker.finish(pipeline, LONG);

        assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        assertThat(finished).isTrue();
        assertThat(done).hasValue(EVENTS);
        other.join();
    }

    @Test
    void inTurnOrSoon_ofAnInterruptedThread_waitsForTheTurn() throws InterruptedException {
        Thread stopping = new Thread(() -> {
            Thread.currentThread().interrupt();
            worker.inTurnOrSoon(LONG, done::incrementAndGet);
            done.addAndGet(Thread.interrupted() ? 10 : 0);
        });

        worker.inTurn(() -> startAndAwaitQueued(stopping));
        stopping.join();

        assertThat(done).hasValue(11);
    }

    /** Until it waits, or has given up. */
    private static void startAndAwaitQueued(Thread thread) {
        thread.start();
        while (thread.getState() == Thread.State.RUNNABLE || thread.getState() == Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }
}
