package io.github.logtally.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Percentiles and allocation of the log call where one matching event comes every 50 us, and the worker sleeps. */
final class OrdinaryTraffic {
    private static final long INTERVAL_NANOS = 50_000;
    private static final int WARM_UP = 60_000;
    private static final int STATUSES = 20;

    private OrdinaryTraffic() {}

    public static void main(String[] arguments) {
        Framework framework = Framework.valueOf(arguments[0]);
        Peer peer = Peer.valueOf(arguments[1]);
        int events = (int) (TimeUnit.SECONDS.toNanos(Integer.getInteger("seconds", 3)) / INTERVAL_NANOS);
        long[] nanos = new long[events];
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        try (Calls calls = framework.open(peer, List.of(Rule.request()))) {
            measure(calls, new long[WARM_UP]);
            long bytes = threads.getThreadAllocatedBytes(self);
            measure(calls, nanos);
            bytes = threads.getThreadAllocatedBytes(self) - bytes;
            Arrays.sort(nanos);
            String subject = framework + "/" + peer;
            Figure.print("ordinary p50", subject, "ns", middle(nanos));
            Figure.print("ordinary p99", subject, "ns", (double) nanos[(int) (events * 0.99)]);
            Figure.print("ordinary p99.9", subject, "ns", (double) nanos[(int) (events * 0.999)]);
            Figure.print("ordinary bytes", subject, "B/op", (double) bytes / events);
        }
    }

    /** The mean of the middle tenth: clocks tick in tens of nanoseconds, and so would the median. */
    private static double middle(long[] sorted) {
        int from = (int) (sorted.length * 0.45);
        int to = (int) (sorted.length * 0.55) + 1;
        return Arrays.stream(sorted, from, to).average().orElseThrow();
    }

    private static void measure(Calls calls, long[] nanos) {
        long next = System.nanoTime();
        for (int i = 0; i < nanos.length; i++) {
            next += INTERVAL_NANOS;
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            calls.request(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, STATUSES));
            nanos[i] = System.nanoTime() - start;
        }
    }
}
