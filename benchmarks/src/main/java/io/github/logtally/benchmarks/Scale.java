package io.github.logtally.benchmarks;

import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tens of millions of events at 10,000 series and 1,000 rules in a small heap: paced at first, so that each series must
 * have its exact count; then as fast as the thread can log; a fifth of them while the worker stands still. Fails where an
 * event is neither counted nor counted as dropped, or the heap is not flat. Draws the heap.
 */
final class Scale {
    private static final int RULES = 1000;
    private static final int SERIES = 10_000;
    private static final int SAMPLES = 20;
    private static final int STALL_BEGINS = 8;
    private static final int STALL_ENDS = 12;

    /** Events between two flushes while pacing: less than a thread alone has room for. */
    private static final int PACE = Calls.CAPACITY / 4;

    /** How much later samples of the heap may be above the first, which has all series and slots, in MB. */
    private static final double FLAT = 1;

    private final HeapHistory heap = new HeapHistory();
    private final List<String> failures = new ArrayList<>();
    private final Calls calls;
    private final int step;

    // Mutable state: of the thread that logs

    private int logged;
    private double stallBegins;
    private double stallEnds;

    private Scale(Calls calls, int step) {
        this.calls = calls;
        this.step = step;
    }

    /** The file for the plot. */
    public static void main(String[] arguments) throws IOException {
        int step = Integer.getInteger("events", 50_000_000) / SAMPLES;
        List<Rule> rules = Rule.concat(Rule.strangers(RULES - 1), Rule.request(String.valueOf(SERIES)));
        List<String> failures;
        try (Calls calls = Framework.LOGBACK.open(Peer.LOGTALLY, rules)) {
            Scale scale = new Scale(calls, step);
            scale.run();
            Files.writeString(Path.of(arguments[0]), scale.plot());
            failures = scale.failures;
        }
        failures.forEach(failure -> System.out.println("FAILED " + failure));
        System.exit(failures.isEmpty() ? 0 : 1);
    }

    private void run() {
        // What is made once: the slots of the buffer, the series, and what the first scrape leaves
        Turn.hold(() -> log(Calls.CAPACITY, Integer.MAX_VALUE));
        flush();
        log(2 * SERIES - Calls.CAPACITY, PACE);
        checkEachSeries();
        heap.sample();
        logAndSample(0, STALL_BEGINS / 2, PACE);
        checkEachSeries();
        logAndSample(STALL_BEGINS / 2, STALL_BEGINS, Integer.MAX_VALUE);
        stallBegins = HeapHistory.now();
        Turn.hold(() -> logAndSample(STALL_BEGINS, STALL_ENDS, Integer.MAX_VALUE));
        stallEnds = HeapHistory.now();
        logAndSample(STALL_ENDS, SAMPLES, Integer.MAX_VALUE);
        flush();
        checkAccount();
        checkHeap();
    }

    private void logAndSample(int from, int to, int pace) {
        for (int sample = from; sample < to; sample++) {
            log(step, pace);
            heap.sample();
        }
    }

    private void log(int events, int pace) {
        for (int i = 1; i <= events; i++) {
            int event = logged++;
            calls.request(
                    Values.method(event),
                    Values.PATH,
                    Values.millis(event),
                    Values.status(event, SERIES / WorkerThroughput.METHODS));
            if (i % pace == 0) {
                flush();
            }
        }
    }

    private static void flush() {
        while (!Logtally.flush(Duration.ofSeconds(10))) {
            Thread.onSpinWait();
        }
    }

    private void checkEachSeries() {
        flush();
        double[] counts = counts();
        check(counts.length == SERIES, counts.length + " series, not " + SERIES);
        // The events go round the series: none is more than one ahead of another
        int least = logged / SERIES;
        for (double count : counts) {
            check(count == least || count == least + 1, "a series has " + count + " of " + logged + " events");
        }
        check(OwnMetrics.total("logtally_events_dropped") == 0, "events dropped while pacing");
    }

    private void checkAccount() {
        double accepted = OwnMetrics.total("logtally_events_accepted");
        double processed = OwnMetrics.total("logtally_events_processed");
        double dropped = OwnMetrics.total("logtally_events_dropped");
        double counted = 0;
        for (double count : counts()) {
            counted += count;
        }
        Figure.print("scale", "processed", "events", processed);
        Figure.print("scale", "dropped", "events", dropped);
        Figure.print("scale", "missing", "events", Math.abs(logged - counted - dropped));
        check(accepted == logged, "accepted " + accepted + " of " + logged);
        check(accepted == processed + dropped, accepted + " are not " + processed + " and " + dropped);
        check(counted == processed, "series hold " + counted + " of " + processed);
        check(dropped > 0, "nothing was dropped in the stall");
    }

    private void checkHeap() {
        double growth = growth("heap", heap.used());
        Figure.print("scale", "heap grown", "MB", Math.max(growth, growth("old generation", heap.oldBetween())));
    }

    private double growth(String what, List<Plot.Point> points) {
        if (points.size() < 2) {
            check(false, "too few collections show the " + what);
            return Double.NaN;
        }
        double first = points.get(0).y();
        double most = points.stream().mapToDouble(Plot.Point::y).max().orElseThrow();
        System.out.printf("%s at first %.2f, at most %.2f MB%n", what, first, most);
        check(most - first <= FLAT, "the " + what + " grew from " + first + " to " + most + " MB");
        return most - first;
    }

    private void check(boolean right, String failure) {
        if (!right && !failures.contains(failure)) {
            failures.add(failure);
        }
    }

    /** The values of all series of the rule that takes the events. */
    private static double[] counts() {
        return PrometheusRegistry.defaultRegistry.scrape(name -> Rule.REQUESTS.startsWith(name)).stream()
                .flatMap(metric -> metric.getDataPoints().stream())
                .mapToDouble(point -> ((CounterDataPointSnapshot) point).getValue())
                .toArray();
    }

    private String plot() {
        return new Plot("Heap while %,d events are counted".formatted(logged), "seconds", "MB")
                .band("worker stalled", stallBegins, stallEnds)
                .dots("heap after a collection by itself", heap.usedBetween())
                .dots("of it old generation", heap.oldBetween())
                .line("heap after a full collection", heap.used())
                .svg();
    }
}
