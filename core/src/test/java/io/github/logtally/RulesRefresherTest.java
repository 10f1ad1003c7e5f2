package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RulesRefresherTest {
    private final AtomicLong now = new AtomicLong();
    private final List<String> looks = new ArrayList<>();
    private final RulesRefresher refresher = new RulesRefresher(now::get, false);

    @Test
    void look_isTakenEveryPeriod() {
        refresher.add(Duration.ofSeconds(30), () -> look("a", false));

        lookAfter(29);
        assertThat(looks).isEmpty();
        lookAfter(1);
        lookAfter(29);
        assertThat(looks).hasSize(1);
        lookAfter(1);
        assertThat(looks).hasSize(2);
    }

    @Test
    void lookThatSawAChange_isTakenAgainSoon() {
        refresher.add(Duration.ofSeconds(30), () -> look("a", looks.isEmpty()));

        lookAfter(30);
        lookAfter(1);
        assertThat(looks).hasSize(2);
        lookAfter(1);
        assertThat(looks).hasSize(2);
    }

    @Test
    void lookThatThrows_keepsNoOtherFromBeingTaken() {
        refresher.add(Duration.ofSeconds(1), () -> {
            throw new StackOverflowError();
        });
        refresher.add(Duration.ofSeconds(1), () -> look("b", false));

        lookAfter(1);
        lookAfter(1);
        assertThat(looks).containsExactly("b", "b");
    }

    @Test
    void look_isNotTakenOnceEnded() {
        Runnable end = refresher.add(Duration.ofSeconds(1), () -> look("a", false));

        end.run();
        lookAfter(5);
        assertThat(looks).isEmpty();
    }

    @Test
    void thread_isADaemonWithoutAContextLoader_andEndsWithTheLastLook() throws Exception {
        RulesRefresher alone = new RulesRefresher(System::nanoTime, true);
        AtomicReference<Thread> thread = new AtomicReference<>();
        CountDownLatch looked = new CountDownLatch(2);
        Runnable end = alone.add(Duration.ofMillis(1), () -> {
            thread.set(Thread.currentThread());
            looked.countDown();
            Thread.currentThread().interrupt();
            return false;
        });

        assertThat(looked.await(30, TimeUnit.SECONDS)).isTrue();
        Thread looking = thread.get();
        assertThat(looking.isDaemon()).isTrue();
        assertThat(looking.getContextClassLoader()).isNull();
        end.run();
        looking.join(TimeUnit.SECONDS.toMillis(30));
        assertThat(looking.isAlive()).isFalse();
    }

    private boolean look(String name, boolean again) {
        looks.add(name);
        return again;
    }

    private void lookAfter(long seconds) {
        now.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
        refresher.lookWhereDue();
    }
}
