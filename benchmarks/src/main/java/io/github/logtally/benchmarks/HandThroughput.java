package io.github.logtally.benchmarks;

import io.prometheus.metrics.core.metrics.Counter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What people write by hand for what {@link WorkerThroughput} measures: a regex and {@code labelValues(..).inc()} for a
 * request, and one regex after the other for the words of other rules; or, SERIES, {@code labelValues(..).inc()} alone, its
 * texts made beforehand.
 */
final class HandThroughput {
    private static final int SERIES = 1000;

    private HandThroughput() {}

    /** RULES or SERIES, and how many of them. */
    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("RULES")) {
            rules(count);
        } else {
            series(count);
        }
    }

    private static void rules(int count) {
        HandWritten hand = new HandWritten();
        List<Pattern> words = Rule.words(count - 1).stream()
                .map(rule -> Pattern.compile(Pattern.quote(rule.contains())))
                .toList();
        String[] messages = new String[SERIES];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = "Request %s %s took %d ms status %d"
                    .formatted(Values.method(i), Values.PATH, Values.millis(i), status(i, SERIES));
        }
        double nanos = measure(40_000_000 / (10 + count * 5), i -> {
            String message = messages[i % messages.length];
            hand.count(message);
            for (Pattern word : words) {
                if (word.matcher(message).find()) {
                    throw new IllegalStateException(message);
                }
            }
        });
        Figure.print("worker", "HAND/" + count + "/" + SERIES, "ns/event", nanos);
    }

    private static void series(int count) {
        Counter counter = Counter.builder()
                .name("hand")
                .labelNames("method", "status")
                .withoutExemplars()
                .build();
        String[] statuses = new String[Math.max(1, count / WorkerThroughput.METHODS)];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = status(i * WorkerThroughput.METHODS, count).toString();
        }
        double nanos = measure(5_000_000, i -> counter.labelValues(
                        count == 1 ? "GET" : Values.method(i), statuses[i / WorkerThroughput.METHODS % statuses.length])
                .inc());
        Figure.print("worker", "LABEL_VALUES/1/" + count, "ns/event", nanos);
    }

    private static Integer status(int i, int series) {
        return Values.status(i, Math.max(1, series / WorkerThroughput.METHODS));
    }

    private static double measure(int events, Action action) {
        run(events, action);
        long start = System.nanoTime();
        run(events, action);
        return (double) (System.nanoTime() - start) / events;
    }

    private static void run(int events, Action action) {
        for (int i = 0; i < events; i++) {
            action.on(i);
        }
    }

    private interface Action {
        void on(int event);
    }
}
