package io.github.logtally.registry;

import io.github.logtally.config.Problem;
import io.github.logtally.series.Family;
import java.util.function.Consumer;

/**
 * Where to say that a rule's metric is not shown. Compared by identity: a rule is told once. Any thread.
 */
final class Notice {
    private final Family family;
    private final String place;
    private final Consumer<Problem> problems;

    Notice(Family family, String place, Consumer<Problem> problems) {
        this.family = family;
        this.place = place;
        this.problems = problems;
    }

    /** The rule's metric. */
    Family family() {
        return family;
    }

    void send(String message) {
        problems.accept(new Problem(place, "name", message));
    }
}
