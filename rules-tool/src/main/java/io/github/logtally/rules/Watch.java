package io.github.logtally.rules;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.trial.Trial;
import io.github.logtally.trial.TrialLabels;
import io.github.logtally.trial.TrialListener;
import io.github.logtally.trial.TrialRule;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Runs the rules over the events of one logging framework and keeps what a failed assertion will say. Any number of threads
 * may log, one after the other.
 *
 * @param <E> the framework's events
 */
final class Watch<E> implements TrialListener {
    /** So many events that were not counted are told. */
    private static final int KEPT = 3;

    private final EventReader<E> reader;
    private final Trial<E> trial;
    private final Probes<E> probes;
    private final List<RuleWatch> rules = new ArrayList<>();
    private final Object lock = new Object();

    // Mutable state: under the lock

    private int events;
    private boolean busy;
    private final List<String> lost = new ArrayList<>();
    private String current = "";
    private boolean[] took;

    /**
     * Begins to watch.
     *
     * @throws AssertionError with all that is wrong with the rules
     */
    Watch(Element appender, EventReader<E> reader) {
        this.reader = reader;
        this.trial = new Trial<>(appender, reader, this);
        if (!trial.problems().isEmpty()) {
            Report report = new Report().line("The rules have mistakes:");
            trial.problems().forEach(problem -> report.line("  " + problem));
            throw report.failure();
        }
        for (TrialRule rule : trial.rules()) {
            rules.add(new RuleWatch(rule.place(), rule.metric()));
        }
        this.took = new boolean[rules.size()];
        this.probes = new Probes<>(appender.children(), reader);
    }

    /** Counts an event. Never throws: the application's log call is not to fail because somebody looks on. */
    void accept(E event) {
        synchronized (lock) {
            events++;
            if (busy) {
                lost("an event that was logged while the text of another one was made");
                return;
            }
            busy = true;
            try {
                count(event);
            } catch (RuntimeException | StackOverflowError e) {
                lost("an event that cannot be read: " + e);
            } finally {
                busy = false;
                lock.notifyAll();
            }
        }
    }

    private void count(E event) {
        current = describe(event);
        took = new boolean[rules.size()];
        trial.accept(event);
        probes.ask(event);
        for (int i = 0; i < rules.size(); i++) {
            note(i);
        }
    }

    private void lost(String words) {
        String told = Report.cut(words);
        if (lost.size() < KEPT && !lost.contains(told)) {
            lost.add(told);
        }
    }

    private void note(int index) {
        RuleWatch rule = rules.get(index);
        if (took[index]) {
            rule.took();
            return;
        }
        rule.missed();
        int failed = probes.failed(index);
        if (rule.isNear(failed)) {
            rule.keep(current, failed, probes.answers(index));
        }
    }

    private String describe(E event) {
        String from = reader.levelName(event) + " " + reader.loggerName(event) + " - ";
        try {
            StringBuilder message = new StringBuilder();
            String formatted = reader.message(event, message);
            return Report.cut(from + (formatted == null ? message : formatted));
        } catch (RuntimeException | StackOverflowError e) {
            return Report.cut(from + "(a message that cannot be made: " + e + ")");
        }
    }

    /** Waits until something holds of what was counted, looking again after each event. */
    void await(Duration patience, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        synchronized (lock) {
            for (long left = patience.toMillis(); left > 0 && !condition.getAsBoolean(); ) {
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
    }

    MetricSnapshots metrics() {
        synchronized (lock) {
            return trial.metrics();
        }
    }

    List<RuleWatch> rules() {
        return rules;
    }

    /** Lets nothing change while something is told. */
    void quietly(Runnable action) {
        synchronized (lock) {
            action.run();
        }
    }

    /** What kept events from being counted at all. */
    List<String> lost() {
        return lost;
    }

    int events() {
        return events;
    }

    @Override
    public void matched(int rule) {
        took[rule] = true;
    }

    @Override
    public void counting(int rule, TrialLabels labels, double value) {}

    @Override
    public void failed(int rule, String reason) {
        rules.get(rule).failed(reason, current);
    }

    @Override
    public void overflowed(int rule, String label) {}

    @Override
    public void warning(String message) {}
}
