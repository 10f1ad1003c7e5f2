package io.github.logtally.capture;

import io.github.logtally.buffer.SlotBuffer;
import io.github.logtally.spi.EventReader;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * The logging thread's whole part: gate, capture, hand-over. Called by the appender inside the application's log call.
 *
 * <p>A slot is taken from the buffer before anything of the application is asked for its text, and no lock is held
 * meanwhile, so that an argument whose {@code toString()} logs, or hangs, hurts nobody else.
 *
 * @param <E> the framework's event
 */
public final class Capture<E> {
    private final Gate<E> gate;
    private final SlotFiller<E> filler;
    private final SlotBuffer<Slot> buffer;

    /**
     * Captures into this buffer what the planner's plans read.
     *
     * @param maxMessageLength characters kept of a message, and of any other text
     * @param truncated counts messages that were cut
     */
    public Capture(
            EventReader<E> reader,
            Planner planner,
            SlotBuffer<Slot> buffer,
            int maxMessageLength,
            LongAdder truncated,
            LongSupplier nanoTime) {
        this.gate = new Gate<>(reader, planner, nanoTime);
        this.filler = new SlotFiller<>(reader, maxMessageLength, truncated);
        this.buffer = buffer;
    }

    /**
     * Captures an event if a rule could match it. Never blocks. Throws only what the reader throws before there is a slot.
     */
    public void accept(E event) {
        Plan plan = gate.planFor(event);
        if (plan == null) {
            return;
        }
        int number = buffer.acquire();
        if (number == SlotBuffer.NONE) {
            return;
        }
        boolean filled = false;
        try {
            filler.fill(buffer.slot(number), plan, event);
            filled = true;
        } finally {
            if (filled) {
                buffer.publish(number);
            } else {
                buffer.cancel(number);
            }
        }
    }
}
