package io.github.logtally.config;

import java.util.Locale;
import java.util.Set;

/**
 * Which levels are taken.
 *
 * @param names upper-case names of the levels listed; empty: not restricted by name
 * @param minSeverity least severity taken, {@link Integer#MIN_VALUE} for any
 * @param maxSeverity greatest severity taken, {@link Integer#MAX_VALUE} for any
 */
public record LevelCondition(Set<String> names, int minSeverity, int maxSeverity) {
    /** Every level. */
    public static final LevelCondition ANY = new LevelCondition(Set.of(), Integer.MIN_VALUE, Integer.MAX_VALUE);

    public LevelCondition {
        names = Set.copyOf(names);
    }

    /** Whether every level is taken. */
    public boolean takesAll() {
        return names.isEmpty() && minSeverity == Integer.MIN_VALUE && maxSeverity == Integer.MAX_VALUE;
    }

    /** Whether a level of this name and severity is taken. */
    public boolean takes(String name, int severity) {
        return severity >= minSeverity
                && severity <= maxSeverity
                && (names.isEmpty() || names.contains(name.toUpperCase(Locale.ROOT)));
    }
}
