package io.github.logtally.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.logtally.Logtally;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** CPU time of the whole process for an event, the log call and the worker together, at some 100,000 events a second. */
final class CpuPerEvent {
    private static final int BURST = 1000;
    private static final int STATUSES = 20;

    private CpuPerEvent() {}

    public static void main(String[] arguments) {
        Framework framework = Framework.valueOf(arguments[0]);
        Peer peer = Peer.valueOf(arguments[1]);
        int events = Integer.getInteger("events", 300_000);
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try (Calls calls = framework.open(peer, List.of(Rule.request()))) {
            log(calls, 2 * events);
            long start = process.getProcessCpuTime();
            log(calls, events);
            Figure.print(
                    "CPU", framework + "/" + peer, "us/event", (process.getProcessCpuTime() - start) / 1e3 / events);
            if (peer == Peer.LOGTALLY) {
                System.out.println(OwnMetrics.summary());
            }
        }
    }

    private static void log(Calls calls, int events) {
        for (int i = 0; i < events; i++) {
            calls.request(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, STATUSES));
            if (i % BURST == 0) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
        calls.awaitQuiet();
        Logtally.flush(Duration.ofSeconds(10));
    }
}
