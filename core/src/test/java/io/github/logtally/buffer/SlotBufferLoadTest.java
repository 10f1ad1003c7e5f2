package io.github.logtally.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random loads of real threads, each from a seed that the test's name shows. After each load every event has been
 * consumed once, in its thread's order, or is missing and counted; and no slot is lost.
 */
@Timeout(60)
class SlotBufferLoadTest {
    private static final int EVENTS = 30_000;

    private enum Pace {
        STALLED,
        SLOW,
        RUNNING
    }

    private static final class Event {
        int producer;
        int sequence;
        /** Written last by the producer: a consumer that sees another's content sees them disagree. */
        long check;

        void set(int producer, int sequence) {
            this.producer = producer;
            this.sequence = sequence;
            check = 31L * producer + sequence;
        }
    }

    static List<Load> loads() {
        List<Load> loads = new ArrayList<>();
        for (long seed = 1; seed <= 24; seed++) {
            Random random = new Random(seed);
            int producers = 1 + random.nextInt(8);
            int capacity = 2 << random.nextInt(12);
            int maxStripes = 1 << random.nextInt(4);
            Pace pace = Pace.values()[(int) (seed % 3)];
            loads.add(new Load(seed, producers, capacity, maxStripes, pace, random.nextBoolean()));
        }
        return loads;
    }

    @ParameterizedTest
    @MethodSource("loads")
    void everyEvent_isConsumedOnceInOrder_orCounted(Load load) throws Exception {
        new Run(load, EVENTS / load.producers).run();
    }

    @ParameterizedTest
    @EnumSource(Pace.class)
    void nothingIsDropped_whileThereIsRoom(Pace pace) throws Exception {
        Load load = new Load(1, 8, 1 << 15, 8, pace, true);
        Run run = new Run(load, (1 << 14) / 8);
        assertThat(run.run()).isZero();
    }

    record Load(long seed, int producers, int capacity, int maxStripes, Pace pace, boolean growing) {}

    private static final class Run {
        final Load load;
        final int eventsEach;
        final SlotBuffer<Event> buffer;
        final ReentrantLock turn = new ReentrantLock();
        final AtomicBoolean producersDone = new AtomicBoolean();
        final AtomicReference<Throwable> failure = new AtomicReference<>();

        // Under the turn
        final int[] lastOf;
        final BitSet[] seen;
        long consumed;

        Run(Load load, int eventsEach) {
            this.load = load;
            this.eventsEach = eventsEach;
            buffer = new SlotBuffer<>(load.capacity, number -> new Event(), () -> {}, load.maxStripes);
            lastOf = new int[load.producers];
            Arrays.fill(lastOf, -1);
            seen = new BitSet[load.producers];
            Arrays.setAll(seen, i -> new BitSet());
        }

        /** Returns how many events were dropped. */
        long run() throws Exception {
            CyclicBarrier start = new CyclicBarrier(load.producers + 1);
            List<Thread> producers = new ArrayList<>();
            for (int i = 0; i < load.producers; i++) {
                int producer = i;
                producers.add(thread(start, () -> produce(producer)));
            }
            Thread consumer = thread(start, this::consume);
            for (Thread producer : producers) {
                producer.join();
            }
            producersDone.set(true);
            consumer.join();
            if (failure.get() != null) {
                throw new AssertionError(load.toString(), failure.get());
            }
            assertAccount();
            int waiting = buffer.waiting();
            assertThat(buffer.drainTo(this::check, Integer.MAX_VALUE)).isEqualTo(waiting);
            assertAccount();
            assertThat(buffer.waiting()).isZero();
            assertThat(buffer.accepted()).isEqualTo((long) load.producers * eventsEach);
            assertThat(buffer.processed()).isEqualTo(consumed);
            long unseen = 0;
            for (BitSet bits : seen) {
                unseen += eventsEach - bits.cardinality();
            }
            assertThat(buffer.dropped()).isEqualTo(unseen);
            assertNoSlotIsLost();
            return unseen;
        }

        private Thread thread(CyclicBarrier start, Runnable task) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                    task.run();
                } catch (Throwable e) {
                    failure.compareAndSet(null, e);
                }
            });
            thread.start();
            return thread;
        }

        private void produce(int producer) {
            Random random = new Random(load.seed * 100 + producer);
            for (int sequence = 0; sequence < eventsEach; sequence++) {
                int slot = buffer.acquire();
                if (slot == SlotBuffer.NONE) {
                    continue;
                }
                int dice = random.nextInt(1000);
                if (dice == 0) {
                    // Holds the slot while the others go on
                    Thread.onSpinWait();
                    LockSupport.parkNanos(20_000);
                } else if (dice < 20) {
                    buffer.cancel(slot);
                    sequence--;
                    continue;
                }
                buffer.slot(slot).set(producer, sequence);
                buffer.publish(slot);
                if (load.growing && dice == 20) {
                    buffer.stripes().grow(buffer.stripes().all());
                }
            }
        }

        private void consume() {
            Random random = new Random(load.seed);
            boolean last;
            do {
                last = producersDone.get();
                if (load.pace == Pace.STALLED) {
                    LockSupport.parkNanos(100_000);
                } else {
                    turn.lock();
                    try {
                        buffer.drainTo(this::check, 1 + random.nextInt(200));
                        assertThat(buffer.waiting()).isBetween(0, load.capacity);
                    } finally {
                        turn.unlock();
                    }
                    if (load.pace == Pace.SLOW) {
                        LockSupport.parkNanos(200_000);
                    }
                }
            } while (!last);
        }

        private void check(Event event) {
            consumed++;
            if (event.check != 31L * event.producer + event.sequence) {
                throw new AssertionError("a slot that was handed over is written to");
            }
            if (event.sequence <= lastOf[event.producer]) {
                throw new AssertionError(
                        "producer " + event.producer + ": " + event.sequence + " after " + lastOf[event.producer]);
            }
            lastOf[event.producer] = event.sequence;
            seen[event.producer].set(event.sequence);
        }

        private void assertAccount() {
            assertThat(buffer.accepted()).isEqualTo(buffer.processed() + buffer.dropped() + buffer.waiting());
        }

        private void assertNoSlotIsLost() {
            BitSet all = new BitSet();
            for (int i = 0; i < load.capacity; i++) {
                int slot = buffer.acquire();
                assertThat(slot).isNotEqualTo(SlotBuffer.NONE);
                assertThat(all.get(slot)).isFalse();
                all.set(slot);
            }
            assertThat(buffer.acquire()).isEqualTo(SlotBuffer.NONE);
        }
    }
}
