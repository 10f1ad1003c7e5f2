package io.github.logtally.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotBufferTest {
    private final AtomicInteger wakes = new AtomicInteger();
    private final List<Long> out = new ArrayList<>();
    private final Consumer<Event> collect = event -> out.add(event.id);

    private static final class Event {
        long id;
    }

    @Test
    void drain_givesEventsInOrder() {
        SlotBuffer<Event> buffer = buffer(16);
        publish(buffer, 1, 10);
        assertThat(buffer.drainTo(collect, 3)).isEqualTo(3);
        publish(buffer, 11, 12);
        assertThat(buffer.drainTo(collect, 100)).isEqualTo(9);
        assertThat(out).containsExactlyElementsOf(ids(1, 12));
        assertThat(buffer.drainTo(collect, 100)).isZero();
        assertAccount(buffer, 12, 12, 0, 0, 0);
    }

    @Test
    void drain_manyTimesAroundTheRing() {
        SlotBuffer<Event> buffer = buffer(8);
        for (long id = 1; id <= 10_000; id += 5) {
            publish(buffer, id, id + 4);
            assertThat(buffer.drainTo(collect, Integer.MAX_VALUE)).isEqualTo(5);
        }
        assertThat(out).containsExactlyElementsOf(ids(1, 10_000));
        assertAccount(buffer, 10_000, 10_000, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 64, 8192})
    void publish_byALoneThread_canUseEverySlot(int capacity) {
        SlotBuffer<Event> buffer = buffer(capacity);
        publish(buffer, 1, capacity);
        assertAccount(buffer, capacity, 0, 0, 0, capacity);
        buffer.drainTo(collect, capacity);
        assertThat(out).containsExactlyElementsOf(ids(1, capacity));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8, 256})
    void publish_whenFull_dropsTheOldest(int capacity) {
        SlotBuffer<Event> buffer = buffer(capacity);
        long last = 3L * capacity + 1;
        publish(buffer, 1, last);
        assertAccount(buffer, last, 0, last - capacity, 0, capacity);
        buffer.drainTo(collect, Integer.MAX_VALUE);
        assertThat(out).containsExactlyElementsOf(ids(last - capacity + 1, last));
        assertAccount(buffer, last, capacity, last - capacity, 0, 0);
    }

    @Test
    void publish_byALoneThreadAfterGrowth_canUseEverySlot() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(1024, number -> new Event(), wakes::incrementAndGet, 8);
        publish(buffer, 1, 10);
        growTo(buffer, 8);
        publish(buffer, 11, 1024);
        assertAccount(buffer, 1024, 0, 0, 0, 1024);
        publish(buffer, 1025, 1124);
        assertAccount(buffer, 1124, 0, 100, 0, 1024);
        buffer.drainTo(collect, Integer.MAX_VALUE);
        assertThat(out).hasSize(1024).isSorted();
    }

    @Test
    void publish_whenOthersFilledTheBuffer_takesTheSlotsOfTheirOldest() throws InterruptedException {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 8);
        growTo(buffer, 8);
        publish(buffer, 1, 64);
        Thread other = threadElsewhere(() -> publish(buffer, 101, 103));
        other.start();
        other.join();
        assertAccount(buffer, 67, 0, 3, 0, 64);
        buffer.drainTo(collect, Integer.MAX_VALUE);
        List<Long> expected = new ArrayList<>(ids(4, 64));
        expected.addAll(ids(101, 103));
        assertThat(out).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void publish_afterAFullBufferWasDrained_findsTheSlotsThatOthersHad() throws InterruptedException {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 8);
        growTo(buffer, 8);
        publish(buffer, 1, 65);
        buffer.drainTo(collect, Integer.MAX_VALUE);
        Thread other = threadElsewhere(() -> publish(buffer, 101, 164));
        other.start();
        other.join();
        assertAccount(buffer, 129, 64, 1, 0, 64);
    }

    @Test
    void publish_afterCancelInAFullBuffer_findsTheSlot() throws InterruptedException {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 8);
        growTo(buffer, 8);
        publish(buffer, 1, 64);
        buffer.cancel(buffer.acquire());
        Thread other = threadElsewhere(() -> publish(buffer, 101, 101));
        other.start();
        other.join();
        assertAccount(buffer, 65, 0, 1, 0, 64);
    }

    @Test
    void acquire_whenAllSlotsAreInOtherHands_countsTheNewestAsDropped() {
        SlotBuffer<Event> buffer = buffer(2);
        int first = buffer.acquire();
        int second = buffer.acquire();
        assertThat(buffer.acquire()).isEqualTo(SlotBuffer.NONE);
        assertAccount(buffer, 1, 0, 1, 0, 0);
        buffer.slot(first).id = 1;
        buffer.slot(second).id = 2;
        buffer.publish(second);
        buffer.publish(first);
        buffer.drainTo(collect, 9);
        assertThat(out).containsExactly(2L, 1L);
        assertAccount(buffer, 3, 2, 1, 0, 0);
    }

    @Test
    void acquire_whileASlotIsHeld_neverGivesItAgain() {
        SlotBuffer<Event> buffer = buffer(4);
        int held = buffer.acquire();
        Event content = buffer.slot(held);
        for (int i = 0; i < 100; i++) {
            int slot = buffer.acquire();
            assertThat(buffer.slot(slot)).isNotSameAs(content);
            buffer.publish(slot);
        }
        assertAccount(buffer, 100, 0, 97, 0, 3);
    }

    @Test
    void acquire_whenFullAndTheLockIsTaken_countsTheNewestAsDropped() {
        SlotBuffer<Event> buffer = buffer(4);
        publish(buffer, 1, 4);
        Stripe stripe = buffer.stripes().all()[0];
        assertThat(stripe.tryLock()).isTrue();
        assertThat(buffer.acquire()).isEqualTo(SlotBuffer.NONE);
        stripe.unlock();
        assertAccount(buffer, 5, 0, 1, 0, 4);
        buffer.drainTo(collect, 9);
        assertThat(out).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void publish_whileTheLockIsTaken_losesNothingAndKeepsTheOrder() {
        SlotBuffer<Event> buffer = buffer(16);
        Stripe stripe = buffer.stripes().all()[0];
        publish(buffer, 1, 2);
        assertThat(stripe.tryLock()).isTrue();
        publish(buffer, 3, 5);
        stripe.unlock();
        publish(buffer, 6, 7);
        assertThat(stripe.tryLock()).isTrue();
        publish(buffer, 8, 9);
        stripe.unlock();
        assertAccount(buffer, 9, 0, 0, 0, 9);
        buffer.drainTo(collect, 99);
        assertThat(out).containsExactlyElementsOf(ids(1, 9));
        assertAccount(buffer, 9, 9, 0, 0, 0);
    }

    @Test
    void acquire_whenFullOfEventsPublishedWhileTheLockWasTaken_dropsTheOldest() {
        SlotBuffer<Event> buffer = buffer(8);
        Stripe stripe = buffer.stripes().all()[0];
        assertThat(stripe.tryLock()).isTrue();
        publish(buffer, 1, 8);
        stripe.unlock();
        publish(buffer, 9, 10);
        assertAccount(buffer, 10, 0, 2, 0, 8);
        buffer.drainTo(collect, 99);
        assertThat(out).containsExactlyElementsOf(ids(3, 10));
    }

    @Test
    void cancel_givesTheSlotBackAndCountsNothing() {
        SlotBuffer<Event> buffer = buffer(2);
        for (int i = 0; i < 10; i++) {
            int slot = buffer.acquire();
            assertThat(slot).isNotEqualTo(SlotBuffer.NONE);
            buffer.cancel(slot);
        }
        assertAccount(buffer, 0, 0, 0, 0, 0);
        publish(buffer, 1, 2);
        assertAccount(buffer, 2, 0, 0, 0, 2);
    }

    @Test
    void slot_isMadeOnFirstUse_andTheHotOneIsUsedAgain() {
        AtomicInteger made = new AtomicInteger();
        SlotBuffer<Event> buffer = new SlotBuffer<>(
                64,
                number -> {
                    made.incrementAndGet();
                    return new Event();
                },
                wakes::incrementAndGet,
                8);
        for (int i = 0; i < 100; i++) {
            publish(buffer, i, i);
            buffer.drainTo(collect, 1);
        }
        assertThat(made).hasValue(1);
        publish(buffer, 0, 999);
        assertThat(made).hasValue(64);
    }

    @Test
    void slot_whenTheFactoryThrows_canBeCancelled() {
        boolean[] broken = {true};
        SlotBuffer<Event> buffer = new SlotBuffer<>(
                2,
                number -> {
                    if (broken[0]) {
                        throw new IllegalStateException("broken");
                    }
                    return new Event();
                },
                wakes::incrementAndGet);
        int slot = buffer.acquire();
        assertThatThrownBy(() -> buffer.slot(slot)).hasMessage("broken");
        buffer.cancel(slot);
        broken[0] = false;
        publish(buffer, 1, 2);
        assertAccount(buffer, 2, 0, 0, 0, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 1024})
    void drain_whenTheConsumerThrows_countsTheEventAndGoesOnWithTheNext(int capacity) {
        SlotBuffer<Event> buffer = buffer(capacity);
        publish(buffer, 1, 2);
        assertThatThrownBy(() -> buffer.drainTo(
                        event -> {
                            throw new IllegalStateException("event " + event.id);
                        },
                        9))
                .hasMessage("event 1");
        assertAccount(buffer, 2, 1, 0, 0, 1);
        publish(buffer, 3, 3);
        assertThat(buffer.drainTo(collect, 9)).isEqualTo(2);
        assertThat(out).containsExactly(2L, 3L);
        publish(buffer, 4, 3 + capacity);
        assertAccount(buffer, 3 + capacity, 3, 0, 0, capacity);
    }

    @Test
    void drain_whileProducersGoOn_ends() {
        SlotBuffer<Event> buffer = buffer(16);
        publish(buffer, 1, 1);
        int count = buffer.drainTo(
                event -> {
                    assertThat(event.id).isLessThan(100);
                    collect.accept(event);
                    publish(buffer, event.id + 1, event.id + 1);
                },
                Integer.MAX_VALUE);
        assertThat(count).isEqualTo(1);
        assertAccount(buffer, 2, 1, 0, 0, 1);
    }

    @Test
    void drain_leavesRoomForLoggingThreads() {
        SlotBuffer<Event> buffer = buffer(64);
        publish(buffer, 1, 64);
        int[] room = {0};
        buffer.drainTo(
                event -> {
                    if (event.id == 1) {
                        room[0] = buffer.waiting();
                        publish(buffer, 65, 120);
                    }
                    collect.accept(event);
                },
                Integer.MAX_VALUE);
        assertThat(room[0]).isEqualTo(64);
        // The eight in the consumer's hands were out of reach; 56 others were dropped for 56 new ones
        assertThat(out).containsExactlyElementsOf(ids(1, 8));
        buffer.drainTo(collect, Integer.MAX_VALUE);
        assertThat(out).hasSize(64).endsWith(120L).isSorted();
        assertAccount(buffer, 120, 64, 56, 0, 0);
    }

    /**
     * A thread publishes to stripe 0, finds that the stripes have grown, and publishes to stripe 1, all while the
     * consumer, in the middle of its cuts, waits for the lock of one of them.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void drain_whenAThreadMovesToAnotherStripeBetweenTheCuts_keepsItsOrder(int lockedStripe) throws Exception {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 2);
        growTo(buffer, 2);
        Stripe[] stripes = buffer.stripes().all();
        int first = acquire(buffer, 1);
        int second = acquire(buffer, 2);
        assertThat(stripes[lockedStripe].tryLock()).isTrue();
        Thread consumer = new Thread(() -> buffer.drainTo(collect, Integer.MAX_VALUE));
        consumer.start();
        while (consumer.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        putInto(stripes[0], first);
        putInto(stripes[1], second);
        stripes[lockedStripe].unlock();
        consumer.join();
        buffer.drainTo(collect, Integer.MAX_VALUE);
        assertThat(out).containsExactly(1L, 2L);
    }

    @Test
    void drain_whenRoundsAreInterrupted_comesToEveryStripe() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 2);
        growTo(buffer, 2);
        Stripe[] stripes = buffer.stripes().all();
        putInto(stripes[0], acquire(buffer, 1));
        putInto(stripes[1], acquire(buffer, 2));
        for (int id = 3; id <= 6; id++) {
            putInto(stripes[0], acquire(buffer, id));
            buffer.drainTo(collect, 1);
        }
        assertThat(out).contains(2L);
    }

    @Test
    void acquire_whenTheHolderOfTheLockIsAway_refusesAndMakesMoreStripes() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(64, number -> new Event(), wakes::incrementAndGet, 4);
        publish(buffer, 1, 64);
        Stripe only = buffer.stripes().all()[0];
        assertThat(only.tryLock()).isTrue();

        assertThat(buffer.acquire()).isEqualTo(SlotBuffer.NONE);

        only.unlock();
        assertThat(buffer.stripes().all()).hasSize(2);
        assertThat(buffer.dropped()).isEqualTo(1);
        assertThat(buffer.accepted()).isEqualTo(65);
    }

    @Test
    void mark_isDrained_whenAllBeforeItIsOut() {
        SlotBuffer<Event> buffer = buffer(16);
        publish(buffer, 1, 4);
        buffer.drainTo(collect, 2);
        publish(buffer, 5, 6);
        long mark = buffer.mark();
        assertThat(buffer.isDrained(mark)).isFalse();
        while (!buffer.isDrained(mark)) {
            publish(buffer, 100, 100);
            buffer.drainTo(collect, 1);
        }
        assertThat(out).startsWith(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(out.size()).isLessThan(12);
    }

    @Test
    void dropWaiting_discardsWhatWaits() {
        SlotBuffer<Event> buffer = buffer(512);
        publish(buffer, 1, 500);
        assertThatThrownBy(() -> buffer.drainTo(
                        event -> {
                            throw new IllegalStateException();
                        },
                        9))
                .isInstanceOf(IllegalStateException.class);
        assertThat(buffer.dropWaiting()).isEqualTo(499);
        assertAccount(buffer, 500, 1, 0, 499, 0);
        assertThat(buffer.dropWaiting()).isZero();
        publish(buffer, 501, 1012);
        assertAccount(buffer, 1012, 1, 0, 499, 512);
    }

    @Test
    void wake_pastHalfFull_oncePerSleep() {
        SlotBuffer<Event> buffer = buffer(1024);
        publish(buffer, 1, 1024);
        assertThat(wakes).hasValue(0);
        buffer.drainTo(collect, Integer.MAX_VALUE);
        buffer.setAsleep(true);
        publish(buffer, 1, 512);
        assertThat(wakes).hasValue(0);
        publish(buffer, 513, 512 + 64);
        assertThat(wakes).hasValue(1);
        publish(buffer, 1, 5000);
        assertThat(wakes).hasValue(1);
        buffer.setAsleep(true);
        publish(buffer, 1, 64);
        assertThat(wakes).hasValue(2);
        buffer.setAsleep(true);
        buffer.setAsleep(false);
        publish(buffer, 1, 5000);
        assertThat(wakes).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 16})
    void wake_ofATinyBuffer_comesBeforeItIsFull(int capacity) {
        SlotBuffer<Event> buffer = buffer(capacity);
        buffer.setAsleep(true);
        publish(buffer, 1, capacity / 2);
        assertThat(wakes).hasValue(0);
        publish(buffer, 1, capacity / 2);
        assertThat(wakes).hasValue(1);
        assertThat(buffer.dropped()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -8, 0, 1, 3, 100, 1 << 25, Integer.MAX_VALUE})
    void capacity_mustBeAPowerOfTwo(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buffer(capacity))
                .withMessageContaining("capacity " + capacity);
    }

    @Test
    void growth_happensWhenThreadsCollide_upToTheLimit() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(1024, number -> new Event(), wakes::incrementAndGet, 4);
        publish(buffer, 1, 1000);
        assertThat(buffer.stripes().all()).hasSize(1);
        for (int round = 0; round < 10; round++) {
            collide(buffer, 10);
            publish(buffer, 1, 64);
        }
        assertThat(buffer.stripes().all()).hasSize(4);
    }

    @Test
    void growth_doesNotHappenForRareCollisions() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(1024, number -> new Event(), wakes::incrementAndGet, 4);
        for (int round = 0; round < 100; round++) {
            collide(buffer, 1);
            publish(buffer, 1, 64);
        }
        assertThat(buffer.stripes().all()).hasSize(1);
    }

    @Test
    void growth_spreadsThreads() {
        SlotBuffer<Event> buffer = new SlotBuffer<>(1024, number -> new Event(), wakes::incrementAndGet, 8);
        growTo(buffer, 8);
        Set<Stripe> homes = new HashSet<>();
        for (long id = 1; id <= 8; id++) {
            homes.add(Stripes.home(buffer.stripes().all(), id));
        }
        assertThat(homes).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void growth_movesThreadsToHigherStripesOnly() {
        Stripe[] one = stripes(1);
        for (long id = 1; id < 1000; id++) {
            int before = 0;
            for (Stripe[] all = one; all.length < 8; ) {
                all = stripes(2 * all.length);
                int home = List.of(all).indexOf(Stripes.home(all, id));
                assertThat(home).isGreaterThanOrEqualTo(before);
                before = home;
            }
        }
    }

    private static Stripe[] stripes(int count) {
        Stripe[] stripes = new Stripe[count];
        for (int i = 0; i < count; i++) {
            stripes[i] = new Stripe(new int[2]);
        }
        return stripes;
    }

    /** Publishes while "another logging thread" has the lock. */
    private static void collide(SlotBuffer<Event> buffer, int times) {
        for (Stripe stripe : buffer.stripes().all()) {
            for (int i = 0; i < times; i++) {
                int slot = buffer.acquire();
                assertThat(stripe.tryLock()).isTrue();
                buffer.publish(slot);
                stripe.unlock();
            }
        }
    }

    private static void growTo(SlotBuffer<Event> buffer, int count) {
        while (buffer.stripes().all().length < count) {
            buffer.stripes().grow(buffer.stripes().all());
        }
    }

    /** A thread whose home is not this thread's. */
    private static Thread threadElsewhere(Runnable task) {
        Stripe[] stripes = stripes(8);
        Stripe mine = Stripes.home(stripes, Thread.currentThread().getId());
        while (true) {
            Thread thread = new Thread(task);
            if (Stripes.home(stripes, thread.getId()) != mine) {
                return thread;
            }
        }
    }

    private SlotBuffer<Event> buffer(int capacity) {
        return new SlotBuffer<>(capacity, number -> new Event(), wakes::incrementAndGet);
    }

    private static int acquire(SlotBuffer<Event> buffer, long id) {
        int slot = buffer.acquire();
        buffer.slot(slot).id = id;
        return slot;
    }

    /** What publish does for a thread whose home this is. */
    private static void putInto(Stripe stripe, int slot) {
        if (stripe.append(slot) == Stripe.BUSY) {
            stripe.post(slot);
        }
    }

    private static void publish(SlotBuffer<Event> buffer, long first, long last) {
        for (long id = first; id <= last; id++) {
            int slot = buffer.acquire();
            assertThat(slot).isNotEqualTo(SlotBuffer.NONE);
            buffer.slot(slot).id = id;
            buffer.publish(slot);
        }
    }

    private static List<Long> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    private static void assertAccount(
            SlotBuffer<?> buffer, long accepted, long processed, long dropped, long discarded, int waiting) {
        assertThat(List.of(buffer.accepted(), buffer.processed(), buffer.dropped(), buffer.discarded(), (long)
                        buffer.waiting()))
                .as("accepted, processed, dropped, discarded, waiting")
                .containsExactly(accepted, processed, dropped, discarded, (long) waiting);
    }
}
