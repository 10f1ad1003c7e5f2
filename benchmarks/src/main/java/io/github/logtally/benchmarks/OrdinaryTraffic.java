package io.github.logtally.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Percentiles of the log call where one matching event comes every 50 us, and the worker sleeps. */
final class OrdinaryTraffic {
    private static final long INTERVAL_NANOS = 50_000;
    private static final int WARM_UP = 100_000;
    private static final int STATUSES = 20;

    private OrdinaryTraffic() {}

    public static void main(String[] arguments) {
        Framework framework = Framework.valueOf(arguments[0]);
        Peer peer = Peer.valueOf(arguments[1]);
        int events = (int) (TimeUnit.SECONDS.toNanos(Integer.getInteger("seconds", 10)) / INTERVAL_NANOS);
        try (Calls calls = framework.open(peer, List.of(Rule.request()))) {
            measure(calls, WARM_UP);
            long[] nanos = measure(calls, events);
            Arrays.sort(nanos);
            String subject = framework + "/" + peer;
            Figure.print("ordinary p50", subject, "ns", (double) nanos[events / 2]);
            Figure.print("ordinary p99", subject, "ns", (double) nanos[(int) (events * 0.99)]);
            Figure.print("ordinary p99.9", subject, "ns", (double) nanos[(int) (events * 0.999)]);
        }
    }

    private static long[] measure(Calls calls, int events) {
        long[] nanos = new long[events];
        long next = System.nanoTime();
        for (int i = 0; i < events; i++) {
            next += INTERVAL_NANOS;
            while (System.nanoTime() < next) {
                Thread.onSpinWait();
            }
            long start = System.nanoTime();
            calls.request(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, STATUSES));
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }
}
