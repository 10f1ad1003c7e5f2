package io.github.logtally.config;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the mistakes of one rule, or of the appender itself, each with the place where it stands. */
final class Report {
    private final String place;
    private final @Nullable Origin origin;
    private final List<Problem> problems;

    Report(String place) {
        this(place, null, new ArrayList<>());
    }

    /** A report of an element, which has what was found when it was read. */
    Report(String place, Element element) {
        this(place, element.origin(), new ArrayList<>());
    }

    private Report(String place, @Nullable Origin origin, List<Problem> problems) {
        this.place = place;
        this.origin = origin;
        this.problems = problems;
        if (origin != null) {
            for (Origin.Mistake mistake : origin.mistakes()) {
                problems.add(new Problem(mistake.at().text(), place, mistake.setting(), mistake.message()));
            }
        }
    }

    /** The place in words. */
    String place() {
        return place;
    }

    /** A report of an element nested in this place; its mistakes are this report's, too. */
    Report within(String part, Element element) {
        return new Report(place + " > " + part, element.origin(), problems);
    }

    void say(String setting, String message) {
        if (isSaid(setting)) {
            return;
        }
        String at = origin == null ? "" : origin.of(setting).text();
        problems.add(new Problem(at, place, setting, message));
    }

    /** What could not be read has been said: that it is missing now is no news. */
    private boolean isSaid(String setting) {
        return origin != null
                && !setting.isEmpty()
                && origin.mistakes().stream()
                        .anyMatch(mistake -> mistake.setting().equals(setting));
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
