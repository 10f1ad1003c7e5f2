package io.github.logtally.capture;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes the slots of one buffer, by number, on first use. Slots with neighbouring numbers have neighbouring pieces of one
 * array, which is made with the first of them. Any thread; takes no lock.
 */
public final class SlotMaker implements IntFunction<Slot> {
    private static final int SLOTS_A_CHUNK = 256;

    private static final int MIN_PIECE = 16;
    private static final int MAX_PIECE = 128;

    private final int piece;
    private final AtomicReferenceArray<char @Nullable []> chunks;

    /**
     * A maker of slots.
     *
     * @param capacity how many slots there will be at most
     * @param values how many values a usual event has; others take an array of the slot's own
     * @param text how many characters of text it has in these values
     */
    public SlotMaker(int capacity, int values, int text) {
        int wanted = ValueFormat.size(values, text) + 1;
        this.piece = Math.max(MIN_PIECE, Math.min(MAX_PIECE, wanted));
        this.chunks = new AtomicReferenceArray<>((capacity + SLOTS_A_CHUNK - 1) / SLOTS_A_CHUNK);
    }

    @Override
    public Slot apply(int number) {
        int index = number / SLOTS_A_CHUNK;
        char[] chunk = chunks.get(index);
        if (chunk == null) {
            char[] made = new char[SLOTS_A_CHUNK * piece];
            char[] there = chunks.compareAndExchange(index, null, made);
            chunk = there == null ? made : there;
        }
        return new Slot(chunk, number % SLOTS_A_CHUNK * piece, piece);
    }
}
