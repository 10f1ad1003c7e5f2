package io.github.logtally.buffer;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Interleavings of small scenarios, not those alone that a processor happens to take: as long as slots suffice, the buffer is a linearizable queue. */
public class SlotBufferLincheckTest {
    private final SlotBuffer<int[]> buffer = new SlotBuffer<>(16, number -> new int[1], () -> {}, 1);

    @Operation
    public void publish(int value) {
        int slot = buffer.acquire();
        buffer.slot(slot)[0] = value;
        buffer.publish(slot);
    }

    @Operation(nonParallelGroup = "consumer")
    public @Nullable Integer poll() {
        Integer[] polled = {null};
        buffer.drainTo(content -> polled[0] = content[0], 1);
        return polled[0];
    }

    @Operation(nonParallelGroup = "consumer")
    public int dropWaiting() {
        return buffer.dropWaiting();
    }

    @Test
    void queue_modelChecked() {
        new ModelCheckingOptions()
                .iterations(15)
                .invocationsPerIteration(100)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(2)
                .sequentialSpecification(Queue.class)
                .check(SlotBufferLincheckTest.class);
    }

    public static class Queue {
        private final Deque<Integer> waiting = new ArrayDeque<>();

        public void publish(int value) {
            waiting.add(value);
        }

        public @Nullable Integer poll() {
            return waiting.poll();
        }

        public int dropWaiting() {
            int count = waiting.size();
            waiting.clear();
            return count;
        }
    }
}
