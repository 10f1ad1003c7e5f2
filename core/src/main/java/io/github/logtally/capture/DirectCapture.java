package io.github.logtally.capture;

import io.github.logtally.spi.EventReader;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Gate and capture without a buffer: an event is captured and evaluated at once, on the calling thread, so none is ever
 * dropped. For those who read events that are there anyway. Single-threaded.
 *
 * @param <E> the events
 */
public final class DirectCapture<E> {
    private final Gate<E> gate;
    private final SlotFiller<E> filler;
    private final Slot slot;
    private final LongAdder truncated = new LongAdder();

    /**
     * Captures what the planner's plans read, and applies them.
     *
     * @param slots makes the one slot
     * @param maxMessageLength characters kept of a message, and of any other text
     */
    public DirectCapture(
            EventReader<E> reader, Planner planner, SlotMaker slots, int maxMessageLength, LongSupplier nanoTime) {
        this.gate = new Gate<>(reader, planner, nanoTime);
        this.filler = new SlotFiller<>(reader, maxMessageLength, truncated);
        this.slot = slots.apply(0);
    }

    /** Applies the rules that could match an event. Throws only what the reader throws before anything is captured. */
    public void accept(E event) {
        Plan plan = gate.planFor(event);
        if (plan != null) {
            filler.fill(slot, plan, event);
            slot.apply();
        }
    }

    /** How many messages were cut. */
    public long truncated() {
        return truncated.sum();
    }
}
