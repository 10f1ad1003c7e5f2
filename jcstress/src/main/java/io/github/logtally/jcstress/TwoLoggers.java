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
 * A full buffer, from which two threads that log take the oldest slots: none takes the other's, and each event waits
 * whole or is counted as dropped.
 */
@JCStressTest
@Outcome(id = "0, 6", expect = ACCEPTABLE, desc = "no torn event, and all six accounted for")
@Outcome(expect = FORBIDDEN, desc = "a slot was given to both, or an event was lost or seen twice")
@State
public class TwoLoggers {
    private final SlotBuffer<Event> buffer = new SlotBuffer<>(2, number -> new Event(), () -> {});
    private int torn;
    private int seen;

    public TwoLoggers() {
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
    }

    @Actor
    public void otherLogger() {
        log(5);
        log(6);
    }

    @Arbiter
    public void atTheEnd(II_Result result) {
        buffer.drainTo(this::look, 2);
        result.r1 = torn;
        result.r2 = seen + (int) buffer.dropped() + buffer.waiting();
    }
}
