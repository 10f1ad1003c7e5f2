package io.github.logtally.buffer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SlotBufferAllocationTest {
    private final SlotBuffer<long[]> buffer = new SlotBuffer<>(256, number -> new long[1], () -> {});
    private long sum;

    @Test
    void steadyState_allocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        Consumer<long[]> consumer = slot -> sum += slot[0];
        cycle(consumer);
        long least = Long.MAX_VALUE;
        // The JIT compiler may charge the thread once for what it does; a loop that allocates does so every time
        for (int i = 0; i < 20; i++) {
            long before = threads.getThreadAllocatedBytes(thread);
            cycle(consumer);
            least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
        }
        assertThat(least).isLessThan(1024);
        assertThat(sum).isPositive();
    }

    private void cycle(Consumer<long[]> consumer) {
        for (int i = 0; i < 5_000; i++) {
            int slot = buffer.acquire();
            buffer.slot(slot)[0] = i;
            buffer.publish(slot);
            if (i % 700 == 0) {
                buffer.drainTo(consumer, 100);
            }
        }
    }
}
