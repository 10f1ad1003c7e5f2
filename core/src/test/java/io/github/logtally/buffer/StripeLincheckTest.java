package io.github.logtally.buffer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;

/** Interleavings of small scenarios: the free slots are a linearizable stack, whatever comes back in between. */
@Param(name = "thread", gen = ThreadIdGen.class)
public class StripeLincheckTest {
    private final Stripe stripe = new Stripe(new int[4]);
    private final List<Deque<Integer>> hands = hands();

    public StripeLincheckTest() {
        stripe.pushFree(new int[] {3, 2, 1, 0}, 0, 4);
    }

    @Operation
    public int take(@Param(name = "thread") int thread) {
        int slot = stripe.popFree();
        if (slot != Stripe.NONE) {
            hands.get(thread).add(slot);
        }
        return slot;
    }

    @Operation
    public int giveBack(@Param(name = "thread") int thread) {
        Integer slot = hands.get(thread).poll();
        if (slot == null) {
            return Stripe.NONE;
        }
        stripe.pushFree(slot);
        return slot;
    }

    @Test
    void freeSlots_modelChecked() {
        new ModelCheckingOptions()
                .iterations(20)
                .invocationsPerIteration(200)
                .threads(2)
                .actorsPerThread(4)
                .actorsBefore(0)
                .actorsAfter(3)
                .sequentialSpecification(Stack.class)
                .check(StripeLincheckTest.class);
    }

    /** Hands of the threads, and of those parts of a scenario that come before and after them. */
    private static List<Deque<Integer>> hands() {
        return Stream.<Deque<Integer>>generate(ArrayDeque::new).limit(4).toList();
    }

    public static class Stack {
        private final Deque<Integer> free = new ArrayDeque<>(List.of(0, 1, 2, 3));
        private final List<Deque<Integer>> hands = hands();

        public int take(int thread) {
            Integer slot = free.poll();
            if (slot == null) {
                return Stripe.NONE;
            }
            hands.get(thread).add(slot);
            return slot;
        }

        public int giveBack(int thread) {
            Integer slot = hands.get(thread).poll();
            if (slot == null) {
                return Stripe.NONE;
            }
            free.push(slot);
            return slot;
        }
    }
}
