package io.github.logtally.benchmarks;

import io.github.logtally.Logtally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What an event costs the worker: the buffer is filled while the worker stands still, and drained. By Logtally's own
 * account of the time it is busy.
 */
final class WorkerThroughput {
    private static final int STATUSES = 200;
    private static final String PLAIN = "Request GET /api/v1/orders took 12 ms status 200 with failure code 12; of 7";

    private WorkerThroughput() {}

    public static void main(String[] arguments) {
        String kind = arguments[0];
        int count = Integer.parseInt(arguments[1]);
        String subject = kind + "/" + count;
        if (kind.equals("HAND")) {
            byHand(count);
            return;
        }
        List<Rule> rules =
                switch (kind) {
                    case "TEMPLATE" -> Rule.concat(Rule.strangers(count - 1), Rule.request());
                    case "WORDS_NONE", "WORDS_ONE" -> Rule.words(count);
                    default -> throw new IllegalArgumentException(kind);
                };
        try (Calls calls = Framework.LOGBACK.open(Peer.LOGTALLY, rules)) {
            Runnable fill = fill(calls, kind, count);
            int cycles = Integer.getInteger("cycles", 300);
            run(fill, cycles);
            double processed = OwnMetrics.total("logtally_events_processed");
            double busy = OwnMetrics.total("logtally_worker_busy_seconds");
            run(fill, cycles);
            processed = OwnMetrics.total("logtally_events_processed") - processed;
            busy = OwnMetrics.total("logtally_worker_busy_seconds") - busy;
            Figure.print("worker", subject, "ns/event", busy / processed * 1e9);
            System.out.println(OwnMetrics.summary());
        }
    }

    private static Runnable fill(Calls calls, String kind, int rules) {
        String text = kind.equals("WORDS_ONE") ? PLAIN + Rule.word(rules / 2) : PLAIN;
        return () -> {
            for (int i = 0; i < Calls.CAPACITY; i++) {
                if (kind.equals("TEMPLATE")) {
                    calls.request(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, STATUSES));
                } else {
                    calls.text(text);
                }
            }
        };
    }

    private static void run(Runnable fill, int cycles) {
        for (int i = 0; i < cycles; i++) {
            Turn.hold(fill);
            while (!Logtally.flush(Duration.ofSeconds(1))) {
                Thread.onSpinWait();
            }
        }
    }

    /** One regex and {@code labelValues(..)} for a request, and one regex after the other for words. */
    private static void byHand(int count) {
        HandWritten hand = new HandWritten();
        List<Pattern> words = new ArrayList<>();
        Rule.words(count - 1).forEach(rule -> words.add(Pattern.compile(Pattern.quote(rule.contains()))));
        String[] messages = new String[5 * STATUSES];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = "Request %s %s took %d ms status %d"
                    .formatted(Values.method(i), Values.PATH, Values.millis(i), Values.status(i, STATUSES));
        }
        int events = 20_000_000 / (count * count / 100 + 10);
        long nanos = 0;
        for (int warm = 0; warm < 2; warm++) {
            long start = System.nanoTime();
            for (int i = 0; i < events; i++) {
                String message = messages[i % messages.length];
                hand.count(message);
                for (Pattern word : words) {
                    if (word.matcher(message).find()) {
                        throw new IllegalStateException(message);
                    }
                }
            }
            nanos = System.nanoTime() - start;
        }
        Figure.print("worker", "HAND/" + count, "ns/event", (double) nanos / events);
    }
}
