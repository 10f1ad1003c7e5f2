package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.github.logtally.testing.UsedHeap;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory of what waits while the worker stands still, as {@code docs/limits.md} states it. */
@Tag("heap")
class BufferMemoryTest {
    private static final int CAPACITY = 8192;
    private static final int MAX_MESSAGE_LENGTH = 2048;

    @ParameterizedTest
    @CsvSource({"x, 1", "\u0436, 2"})
    void fullBuffer_takesNoMoreThanIsDocumented(String character, int bytes) {
        String tail = character.repeat(2 * MAX_MESSAGE_LENGTH);
        try (LogtallyEngine<TestEvent> engine =
                engine("memory" + bytes, "Counter", "memory_total", StatusReporter.silent())) {
            engine.accept(TestEvent.of("Message 0"));
            Logtally.flush(Duration.ofSeconds(30));
            long before = UsedHeap.bytes();
            long[] taken = new long[1];
            whileTheWorkerStandsStill(() -> {
                for (int i = 0; i < 3 * CAPACITY; i++) {
                    engine.accept(TestEvent.of("Message " + i + tail));
                }
                taken[0] = UsedHeap.bytes() - before;
            });

            long text = (long) CAPACITY * MAX_MESSAGE_LENGTH * bytes;
            assertThat(taken[0]).isBetween(text, 5 * text / 2);
        }
    }

    /** A mistake that shows beside other appenders only is reported while no event can be counted. */
    private static void whileTheWorkerStandsStill(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        StatusReporter running = new StatusReporter() {
            @Override
            public void configurationProblem(String message) {
                if (done.compareAndSet(false, true)) {
                    action.run();
                }
            }

            @Override
            public void warning(String message, @Nullable Throwable cause) {}
        };
        try (LogtallyEngine<TestEvent> holder = engine("holder", "Gauge", "memory_stall", StatusReporter.silent());
                LogtallyEngine<TestEvent> clashing = engine("clashing", "Counter", "memory_stall", running)) {
            holder.accept(TestEvent.of("x"));
            clashing.accept(TestEvent.of("x"));
        }
        assertThat(done).isTrue();
    }

    private static LogtallyEngine<TestEvent> engine(String name, String kind, String metric, StatusReporter reporter) {
        return LogtallyEngine.builder(name, new TestEventReader())
                .settings(Element.of("Logtally")
                        .child(Element.of(kind)
                                .with("name", metric)
                                .with("value", "1")
                                .with("contains", "Message")))
                .context(BufferMemoryTest.class)
                .reporter(reporter)
                .start();
    }
}
