package io.github.logtally.rules.explain;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogEventReader;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LoggerNames;
import io.github.logtally.spi.Element;
import io.github.logtally.trial.Trial;
import io.github.logtally.trial.TrialLabels;
import io.github.logtally.trial.TrialListener;
import io.github.logtally.trial.TrialRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule run over one event, by the engine itself. */
final class Probe implements TrialListener {
    private final Trial<LogEvent> trial;

    // Mutable state: what became of the event

    private boolean matched;
    private @Nullable String failure;
    private double value;
    private final List<String> labels = new ArrayList<>();
    private boolean counted;

    private Probe(Element rule, LogFormat format, LoggerNames loggers) {
        trial = new Trial<>(Element.of("Logtally").child(rule), new LogEventReader(format, loggers), this);
    }

    /** Runs a rule over an event. */
    static Probe of(Element rule, LogFormat format, LoggerNames loggers, LogEvent event) {
        Probe probe = new Probe(rule, format, loggers);
        probe.trial.accept(event);
        return probe;
    }

    /** What is wrong with the rule; it does not run then. */
    List<String> problems() {
        return trial.problems();
    }

    /** The rule, or null where it does not run. */
    @Nullable
    TrialRule rule() {
        return trial.rules().isEmpty() ? null : trial.rules().get(0);
    }

    boolean hasMatched() {
        return matched;
    }

    /** Why the event could not be counted, or null. */
    @Nullable
    String failure() {
        return failure;
    }

    boolean hasCounted() {
        return counted && failure == null;
    }

    double value() {
        return value;
    }

    /** The label values that the event was counted under. */
    List<String> labels() {
        return labels;
    }

    @Override
    public void matched(int rule) {
        matched = true;
    }

    @Override
    public void counting(int rule, TrialLabels values, double number) {
        counted = true;
        value = number;
        for (int i = 0; i < values.count(); i++) {
            labels.add(values.value(i));
        }
    }

    @Override
    public void failed(int rule, String reason) {
        failure = reason;
    }

    @Override
    public void overflowed(int rule, String label) {}

    @Override
    public void warning(String message) {}
}
