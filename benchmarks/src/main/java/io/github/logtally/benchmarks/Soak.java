package io.github.logtally.benchmarks;

import io.github.logtally.Logtally;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Both frameworks log as fast as they can for a long time, with ever new label values and messages, while the worker
 * stands still for a while every few seconds. After each round all is quiet, and every event must be accounted for and
 * the heap as large as before. Ends with an exit code other than 0 where it is not.
 */
final class Soak {
    private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long STALL_FROM_MILLIS = 1_000;
    private static final long STALL_MILLIS = 2_000;

    /** Rounds in which tables, series and compiled code grow to their size. */
    private static final int WARM_UP_ROUNDS = 3;

    /** Megabytes that the heap may be larger than after the warm-up. */
    private static final double NOISE = 4;

    private final LongAdder logged = new LongAdder();
    private final List<Calls> frameworks;

    private Soak(List<Rule> rules) {
        frameworks = List.of(Framework.LOGBACK.open(Peer.LOGTALLY, rules), Framework.LOG4J.open(Peer.LOGTALLY, rules));
    }

    public static void main(String[] arguments) throws InterruptedException {
        long seconds = arguments.length > 0 ? Long.parseLong(arguments[0]) : 600;
        Soak soak = new Soak(List.of(
                Rule.request(),
                new Rule("bench_paths_total", Rule.REQUEST_PATTERN, "", "path", ""),
                new Rule("bench_orders_total", "Order {id} of {customer}", "", "customer", ""),
                new Rule("bench_events_total", "", "", "", "")));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        double allowed = 0;
        int round = 0;
        while (round <= WARM_UP_ROUNDS || System.nanoTime() < end) {
            double dropped = OwnMetrics.total("logtally_events_dropped");
            soak.load();
            soak.checkAccount(dropped);
            double heap = heap();
            Figure.print("soak", "heap after round " + round, "MB", heap);
            if (round < WARM_UP_ROUNDS) {
                allowed = Math.max(allowed, heap + NOISE);
            } else {
                check(heap <= allowed, "the heap has grown from " + (allowed - NOISE) + " MB");
            }
            round++;
        }
        System.out.println(OwnMetrics.summary());
        soak.frameworks.forEach(Calls::close);
    }

    private void load() throws InterruptedException {
        long until = System.nanoTime() + ROUND_NANOS;
        List<Thread> producers = new ArrayList<>();
        for (Calls calls : frameworks) {
            Thread producer = new Thread(() -> produce(calls, until));
            producer.start();
            producers.add(producer);
        }
        TimeUnit.MILLISECONDS.sleep(STALL_FROM_MILLIS);
        Runnable release = Turn.holdUntil();
        TimeUnit.MILLISECONDS.sleep(STALL_MILLIS);
        release.run();
        for (Thread producer : producers) {
            producer.join();
        }
        check(Logtally.flush(Duration.ofSeconds(30)), "what waits was not counted in time");
    }

    private void produce(Calls calls, long until) {
        long events = 0;
        while (System.nanoTime() < until) {
            for (int i = 0; i < 100; i++) {
                int number = (int) logged.sum() + (int) events;
                calls.request("GET", "/orders/" + number, i, 200);
                calls.text("Order " + number + " of " + calls);
                events += 2;
            }
        }
        logged.add(events);
    }

    /** Every event was processed or is counted as dropped, and the rule without a condition counted those processed. */
    private void checkAccount(double droppedBefore) {
        double accepted = OwnMetrics.total("logtally_events_accepted");
        double processed = OwnMetrics.total("logtally_events_processed");
        double dropped = OwnMetrics.total("logtally_events_dropped");
        check(accepted == logged.sum(), "accepted " + accepted + " of " + logged.sum());
        check(processed + dropped == accepted, processed + " processed and " + dropped + " dropped of " + accepted);
        check(OwnMetrics.total("bench_events") == processed, "counted " + OwnMetrics.total("bench_events"));
        check(dropped > droppedBefore, "nothing was dropped: the worker was not stalled");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            System.err.println("FAILED: " + otherwise);
            System.exit(1);
        }
    }

    private static double heap() {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        }
        return least;
    }
}
