package io.github.logtally.benchmarks;

import io.github.logtally.Logtally;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an event costs the worker: the buffer is filled while the worker stands still, and drained. By Logtally's own
 * account of the time it is busy. Or, LIVE, the events it counts while another thread logs as fast as it can, by the clock.
 */
final class WorkerThroughput {
    static final int METHODS = 5;

    private static final String PLAIN = "Request GET /api/v1/orders took 12 ms status 200 with failure code 12; of 7";

    private WorkerThroughput() {}

    /** The kind of the rules, how many there are, and how many series they make. */
    public static void main(String[] arguments) {
        String kind = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        int series = Integer.parseInt(arguments[2]);
        List<Rule> rules =
                switch (kind) {
                    case "TEMPLATE", "LIVE" ->
                        Rule.concat(Rule.strangers(count - 1), Rule.request(String.valueOf(series)));
                    case "WORDS_NONE", "WORDS_ONE" -> Rule.words(count);
                    default -> throw new IllegalArgumentException(kind);
                };
        try (Calls calls = Framework.LOGBACK.open(Peer.LOGTALLY, rules)) {
            Fill fill = new Fill(calls, series, text(kind, count));
            String subject = kind + "/" + count + "/" + series;
            if (kind.equals("LIVE")) {
                live(fill, subject);
            } else {
                drained(fill, subject, cycles(series));
            }
            System.out.println(OwnMetrics.summary());
        }
    }

    private static String text(String kind, int rules) {
        return switch (kind) {
            case "WORDS_NONE" -> PLAIN;
            case "WORDS_ONE" -> PLAIN + Rule.word(rules / 2);
            default -> "";
        };
    }

    /** As many that each series is met a few times in warming up. */
    private static int cycles(int series) {
        return Integer.getInteger("cycles", Math.max(200, 4 * series / Calls.CAPACITY));
    }

    private static void drained(Fill fill, String subject, int cycles) {
        drain(fill, cycles);
        double processed = OwnMetrics.total("logtally_events_processed");
        double busy = OwnMetrics.total("logtally_worker_busy_seconds");
        drain(fill, cycles);
        processed = OwnMetrics.total("logtally_events_processed") - processed;
        busy = OwnMetrics.total("logtally_worker_busy_seconds") - busy;
        Figure.print("worker", subject, "ns/event", busy / processed * 1e9);
    }

    private static void drain(Fill fill, int cycles) {
        for (int i = 0; i < cycles; i++) {
            Turn.hold(fill);
            while (!Logtally.flush(Duration.ofSeconds(1))) {
                Thread.onSpinWait();
            }
        }
    }

    private static void live(Fill fill, String subject) {
        fillFor(fill, 2);
        double processed = OwnMetrics.total("logtally_events_processed");
        long start = System.nanoTime();
        fillFor(fill, Integer.getInteger("seconds", 2));
        double nanos = System.nanoTime() - start;
        processed = OwnMetrics.total("logtally_events_processed") - processed;
        Figure.print("worker", subject, "ns/event", nanos / processed);
    }

    private static void fillFor(Fill fill, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end) {
            fill.run();
        }
        Logtally.flush(Duration.ofSeconds(10));
    }

    /** Logs as many events as the buffer holds: requests going round all series, or one text. */
    private static final class Fill implements Runnable {
        private final Calls calls;
        private final int series;
        private final String text;

        // Mutable state: of the thread that logs

        private int next;

        Fill(Calls calls, int series, String text) {
            this.calls = calls;
            this.series = series;
            this.text = text;
        }

        @Override
        public void run() {
            for (int i = 0; i < Calls.CAPACITY; i++) {
                if (text.isEmpty()) {
                    calls.request(
                            series == 1 ? "GET" : Values.method(next),
                            Values.PATH,
                            Values.millis(next),
                            Values.status(next, Math.max(1, series / METHODS)));
                    next = next + 1 == Integer.MAX_VALUE ? 0 : next + 1;
                } else {
                    calls.text(text);
                }
            }
        }
    }
}
