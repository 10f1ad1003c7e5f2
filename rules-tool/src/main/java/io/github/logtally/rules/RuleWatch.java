package io.github.logtally.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the events at one rule. Not for concurrent use. */
final class RuleWatch {
    /** So many events that a rule did not take are kept: those that came nearest. */
    private static final int KEPT = 3;

    private record Miss(String event, int failed, List<String> answers) {}

    private record Failures(int count, String first) {}

    private final String place;
    private final String metric;

    // Mutable state

    private int matched;
    private int seen;
    private final List<Miss> nearest = new ArrayList<>();
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    RuleWatch(String place, String metric) {
        this.place = place;
        this.metric = metric;
    }

    String metric() {
        return metric;
    }

    boolean hasMatched() {
        return matched > 0;
    }

    boolean hasFailed() {
        return !failures.isEmpty();
    }

    void took() {
        seen++;
        matched++;
    }

    /** Whether an event that so many conditions do not take is nearer than one that is kept. */
    boolean isNear(int failed) {
        return nearest.size() < KEPT || failed < nearest.get(KEPT - 1).failed;
    }

    void missed() {
        seen++;
    }

    void keep(String event, int failed, List<String> answers) {
        int at = nearest.size();
        while (at > 0 && nearest.get(at - 1).failed > failed) {
            at--;
        }
        nearest.add(at, new Miss(event, failed, answers));
        if (nearest.size() > KEPT) {
            nearest.remove(KEPT);
        }
    }

    void failed(String reason, String event) {
        Failures before = failures.get(reason);
        failures.put(
                reason, new Failures(before == null ? 1 : before.count + 1, before == null ? event : before.first));
    }

    /** How many events it took, and what kept it from the nearest of the others. */
    void describe(Report report) {
        report.line(place + " took " + matched + " of " + Report.events(seen)
                + (nearest.isEmpty() ? "." : ". The nearest others:"));
        for (Miss miss : nearest) {
            report.line("  " + miss.event);
            miss.answers.forEach(answer -> report.line("    " + answer));
        }
        describeFailures(report);
    }

    /** What it could not count. */
    void describeFailures(Report report) {
        failures.forEach((reason, failed) -> report.line(place + " could not count " + Report.events(failed.count)
                + ": " + reason + ", first of " + failed.first));
    }
}
