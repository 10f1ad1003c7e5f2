package io.github.logtally.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import io.github.logtally.buffer.SlotBuffer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The worker sees nothing of an event, or all of it. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "nothing waited yet")
@Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "the whole event")
@Outcome(expect = FORBIDDEN, desc = "part of an event")
@State
public class HandOver {
    private final SlotBuffer<Event> buffer = new SlotBuffer<>(2, number -> new Event(), () -> {});

    @Actor
    public void logger() {
        int slot = buffer.acquire();
        buffer.slot(slot).set(1);
        buffer.publish(slot);
    }

    @Actor
    public void worker(II_Result seen) {
        buffer.drainTo(
                event -> {
                    seen.r1 = event.first;
                    seen.r2 = event.second;
                },
                1);
    }
}
