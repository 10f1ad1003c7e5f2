package io.github.logtally.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.buffer.SlotBuffer;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A slot is claimed for an event that a rule could take and for no other, and the one used last is used again. */
class SlotsClaimedTest {
    private static final int CAPACITY = 64;
    private static final int EVENTS = 1_000;

    private final AtomicInteger made = new AtomicInteger();
    private final SlotMaker maker = new SlotMaker(CAPACITY, 1, 8);
    private final SlotBuffer<Slot> buffer = new SlotBuffer<>(
            CAPACITY,
            number -> {
                made.incrementAndGet();
                return maker.apply(number);
            },
            () -> {});
    private final Capture<TestEvent> capture =
            new Capture<>(new TestEventReader(), new Requests(), buffer, 2048, new LongAdder(), System::nanoTime);

    @Test
    void eventsThatNoRuleCanTake_claimNone() {
        for (int i = 0; i < EVENTS; i++) {
            capture.accept(TestEvent.of("Cache {} refreshed", i));
        }

        assertThat(made).hasValue(0);
        assertThat(buffer.accepted()).isZero();
    }

    @Test
    void eventsThatAreEvaluatedOneByOne_claimTheSameSlot() {
        for (int i = 0; i < EVENTS; i++) {
            capture.accept(TestEvent.of("Request {}", i));
            buffer.drainTo(slot -> {}, 1);
        }

        assertThat(made).hasValue(1);
        assertThat(buffer.processed()).isEqualTo(EVENTS);
    }

    @Test
    void eventsBeyondTheCapacity_claimSlotsThatAreThere() {
        for (int i = 0; i < EVENTS; i++) {
            capture.accept(TestEvent.of("Request {}", i));
        }

        assertThat(made).hasValue(CAPACITY);
        assertThat(buffer.accepted()).isEqualTo(EVENTS);
        assertThat(buffer.dropped()).isEqualTo(EVENTS - CAPACITY);
    }

    /** Takes requests. */
    private static final class Requests implements Planner {
        @Override
        public String loggerClass(String loggerName) {
            return "";
        }

        @Override
        public boolean looksAtLevels() {
            return false;
        }

        @Override
        public boolean mayMatch(String template) {
            return template.startsWith("Request");
        }

        @Override
        public boolean takesLevel(String levelName, int severity) {
            return true;
        }

        @Override
        public boolean mayMatch(String levelName, int severity, String loggerClass) {
            return true;
        }

        @Override
        public @Nullable Plan plan(String levelName, int severity, String loggerClass, @Nullable TemplateShape shape) {
            if (shape == null || !shape.literals().get(0).startsWith("Request")) {
                return null;
            }
            return new Plan(List.of(new Source.HoleArgument(0)), false, shape) {
                @Override
                protected boolean admits(String text) {
                    return true;
                }

                @Override
                public int weight() {
                    return 1;
                }

                @Override
                public void apply(Slot slot) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
