package io.github.logtally.config;

import java.util.ArrayList;
import java.util.List;

/** Collects the mistakes of one rule, or of the appender itself, each with the place where it stands. */
final class Report {
    private final String place;
    private final List<Problem> problems;

    Report(String place) {
        this(place, new ArrayList<>());
    }

    private Report(String place, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
    }

    /** The place in words. */
    String place() {
        return place;
    }

    /** A report of an element nested in this place; its mistakes are this report's, too. */
    Report within(String part) {
        return new Report(place + " > " + part, problems);
    }

    void say(String setting, String message) {
        problems.add(new Problem(place, setting, message));
    }

    /** How many mistakes have been said, nested ones included. */
    int size() {
        return problems.size();
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return problems;
    }
}
