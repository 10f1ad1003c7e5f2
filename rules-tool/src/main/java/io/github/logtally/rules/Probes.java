package io.github.logtally.rules;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.trial.Trial;
import io.github.logtally.trial.TrialLabels;
import io.github.logtally.trial.TrialListener;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks of an event which condition of which rule it meets: every condition is a rule of its own, run by the engine itself. Not
 * for concurrent use.
 *
 * @param <E> the events
 */
final class Probes<E> implements TrialListener {
    private static final Set<String> CONDITIONS = Set.of(
            "level",
            "minLevel",
            "maxLevel",
            "logger",
            "marker",
            "message",
            "contains",
            "regex",
            "exception",
            "rootCause",
            "mdc",
            "field");

    /**
     * A condition of a rule.
     *
     * @param words as the user wrote it
     * @param wanted whether an event must meet it, which it must not where it is an {@code exclude}
     */
    private record Condition(int rule, String words, boolean wanted) {}

    private final List<Condition> conditions = new ArrayList<>();
    private final Trial<E> trial;

    // Mutable state: the conditions that the last event meets

    private final BitSet met = new BitSet();

    Probes(List<Element> rules, EventReader<E> reader) {
        List<Element> probes = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            for (Map.Entry<String, String> setting : stated(rules.get(i)).entrySet()) {
                conditions.add(new Condition(i, setting.getKey() + ": " + setting.getValue(), true));
                probes.add(Element.of("Counter").with(setting.getKey(), setting.getValue()));
            }
            for (Element child : rules.get(i).children()) {
                if (child.kind().equalsIgnoreCase("Exclude")) {
                    conditions.add(new Condition(i, "exclude: " + stated(child), false));
                    probes.add(new Element("Counter", stated(child), List.of()));
                }
            }
        }
        Element appender = Element.of("Logtally");
        for (int i = 0; i < probes.size(); i++) {
            appender = appender.child(probes.get(i).with("name", "probe" + i + "_total"));
        }
        trial = new Trial<>(appender, reader, this);
    }

    private static Map<String, String> stated(Element element) {
        Map<String, String> stated = new LinkedHashMap<>(element.settings());
        stated.keySet().retainAll(CONDITIONS);
        return stated;
    }

    /** Asks everything of an event; the answers are there until the next. */
    void ask(E event) {
        met.clear();
        if (!conditions.isEmpty()) {
            trial.accept(event);
        }
    }

    /** How many conditions of a rule the last event does not meet. */
    int failed(int rule) {
        int failed = 0;
        for (int i = 0; i < conditions.size(); i++) {
            failed += conditions.get(i).rule == rule && !holds(i) ? 1 : 0;
        }
        return failed;
    }

    /** What the last event makes of each condition of a rule. */
    List<String> answers(int rule) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            if (conditions.get(i).rule == rule) {
                answers.add((holds(i) ? "holds  " : "FAILS  ") + conditions.get(i).words);
            }
        }
        return answers;
    }

    private boolean holds(int condition) {
        return met.get(condition) == conditions.get(condition).wanted;
    }

    @Override
    public void matched(int rule) {
        met.set(rule);
    }

    @Override
    public void counting(int rule, TrialLabels labels, double value) {}

    @Override
    public void failed(int rule, String reason) {}

    @Override
    public void overflowed(int rule, String label) {}

    @Override
    public void warning(String message) {}
}
