package io.github.logtally.rules.report;

import io.github.logtally.trial.TrialRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the events that one rule matched. */
final class RuleTally {
    /** How many lines are shown of what went wrong. */
    static final int SAMPLES = 3;

    /** A line of the log. */
    record Sample(long lineNumber, String text) {}

    /** Events that a rule could not count for one reason. */
    static final class Failures {
        final List<Sample> samples = new ArrayList<>();
        long events;
    }

    final TrialRule rule;
    final Map<String, Failures> failures = new LinkedHashMap<>();
    final Map<String, Long> overflows = new LinkedHashMap<>();
    long matches;

    RuleTally(TrialRule rule) {
        this.rule = rule;
    }

    long failed() {
        return failures.values().stream().mapToLong(each -> each.events).sum();
    }
}
