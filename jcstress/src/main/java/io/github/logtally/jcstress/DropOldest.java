package io.github.logtally.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.github.logtally.buffer.SlotBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A full buffer, from which a thread that logs takes the oldest slots while the worker reads: no event is seen in parts,
 * and each is seen once or counted as dropped.
 */
@JCStressTest
@Outcome(id = "0, 5", expect = ACCEPTABLE, desc = "no torn event, and all five accounted for")
@Outcome(expect = FORBIDDEN, desc = "a slot was written to while it was read, or an event was lost or seen twice")
@State
public class DropOldest {
    private final SlotBuffer<Event> buffer = new SlotBuffer<>(2, number -> new Event(), () -> {});
    private int torn;
    private int seen;

    public DropOldest() {
        log(1);
        log(2);
    }

    private void log(int number) {
        int slot = buffer.acquire();
        if (slot != SlotBuffer.NONE) {
            buffer.slot(slot).set(number);
            buffer.publish(slot);
        }
    }

    private void look(Event event) {
        seen++;
        if (event.first != event.second) {
            torn++;
        }
    }

    @Actor
    public void logger() {
        log(3);
        log(4);
        log(5);
    }

    @Actor
    public void worker() {
        buffer.drainTo(this::look, 2);
    }

    @Arbiter
    public void atTheEnd(II_Result result) {
        buffer.drainTo(this::look, 2);
        result.r1 = torn;
        result.r2 = seen + (int) buffer.dropped() + buffer.waiting();
    }
}
