package io.github.logtally.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.buffer.SlotBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** accepted = processed + dropped + waiting, exactly, whatever the load and whatever the worker does. */
class WorkerAccountingTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final AtomicLong evaluated = new AtomicLong();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomLoad_withRunningWorker_isAccountedFor(long seed) throws InterruptedException {
        Random random = new Random(seed);
        Load load = new Load(random, slot -> evaluated.incrementAndGet());

        load.run();

        assertThat(load.worker.exclusively(LONG, () -> {})).isTrue();
        assertThat(load.buffer.waiting()).isZero();
        assertThat(load.buffer.accepted()).isEqualTo(load.published);
        assertThat(load.buffer.processed()).isEqualTo(evaluated.get());
        assertThat(load.buffer.processed() + load.buffer.dropped()).isEqualTo(load.published);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void randomLoad_withStalledWorker_isAccountedFor(long seed) throws InterruptedException {
        Random random = new Random(seed);
        CountDownLatch stall = new CountDownLatch(1);
        Load load = new Load(random, slot -> {
            awaitQuietly(stall);
            evaluated.incrementAndGet();
        });

        load.run();

        assertThat(load.buffer.accepted()).isEqualTo(load.published);
        assertThat(load.buffer.processed() + load.buffer.dropped() + load.buffer.waiting())
                .isEqualTo(load.published);
        assertThat(load.buffer.waiting()).isLessThanOrEqualTo(load.buffer.capacity());
        stall.countDown();
        assertThat(load.worker.exclusively(LONG, () -> {})).isTrue();
        assertThat(load.buffer.waiting()).isZero();
        assertThat(evaluated.get() + load.buffer.dropped()).isEqualTo(load.published);
    }

    @Test
    void exclusively_withoutTheTurn_givesUpInTime() throws InterruptedException {
        Worker worker = new Worker(System::nanoTime, () -> {});
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread holder = new Thread(() -> worker.inTurn(() -> {
            held.countDown();
            awaitQuietly(release);
        }));
        holder.start();
        held.await();

        assertThat(worker.exclusively(Duration.ofMillis(10), () -> evaluated.incrementAndGet()))
                .isFalse();
        worker.inTurnOrSoon(Duration.ofMillis(10), () -> evaluated.incrementAndGet());
        assertThat(evaluated).hasValue(0);
        release.countDown();
        holder.join();
        worker.inTurnOrSoon(Duration.ofMillis(10), () -> evaluated.addAndGet(10));
        assertThat(evaluated).as("what was put off came first").hasValue(11);
    }

    @Test
    void actionThatThrows_doesNotEndTheWorker() throws InterruptedException {
        CountDownLatch second = new CountDownLatch(1);
        Load load = new Load(new Random(1), slot -> {
            if (evaluated.incrementAndGet() == 1) {
                throw new IllegalStateException("first");
            }
            second.countDown();
        });

        load.publish(2);

        second.await();
        assertThat(load.buffer.dropped()).isZero();
    }

    @Test
    void interruptedWorker_sleepsAllTheSame() throws InterruptedException {
        CountDownLatch asleepAgain = new CountDownLatch(1);
        AtomicReference<Thread> workerThread = new AtomicReference<>();
        Load load = new Load(new Random(1), slot -> {
            Thread.currentThread().interrupt();
            workerThread.set(Thread.currentThread());
        });
        load.publish(1);
        Thread watcher = new Thread(() -> {
            while (workerThread.get() == null
                    || workerThread.get().getState() != Thread.State.TIMED_WAITING
                    || workerThread.get().isInterrupted()) {
                Thread.onSpinWait();
            }
            asleepAgain.countDown();
        });
        watcher.setDaemon(true);
        watcher.start();

        assertThat(asleepAgain.await(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Load {
        final Random random;
        final Worker worker = new Worker(System::nanoTime, () -> {});
        final SlotBuffer<Object> buffer;
        volatile long published;

        Load(Random random, Consumer<Object> action) {
            this.random = random;
            this.buffer = new SlotBuffer<>(2 << random.nextInt(12), number -> new Object(), worker::wake);
            worker.add(new Pipeline<>(buffer, action, System::nanoTime));
        }

        void run() throws InterruptedException {
            int producers = 1 + random.nextInt(4);
            int each = 1 + random.nextInt(50_000);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < producers; i++) {
                threads.add(new Thread(() -> publish(each)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            published = (long) producers * each;
        }

        void publish(int count) {
            for (int i = 0; i < count; i++) {
                int slot = buffer.acquire();
                if (slot != SlotBuffer.NONE) {
                    buffer.publish(slot);
                }
            }
        }
    }
}
