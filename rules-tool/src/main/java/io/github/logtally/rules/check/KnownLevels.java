package io.github.logtally.rules.check;

import io.github.logtally.spi.LevelScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The levels of a framework that does not run, in the order in which its appender lists them. */
final class KnownLevels implements LevelScale {
    /** Where nobody says which framework it is: Log4j's but for its thresholds, and Logback has no other. */
    static final KnownLevels OF_ANY = new KnownLevels(List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"));

    static final KnownLevels OF_LOGBACK = new KnownLevels(List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR"));

    private static final Map<String, Integer> LOG4J = Map.of(
            "OFF",
            0,
            "FATAL",
            100,
            "ERROR",
            200,
            "WARN",
            300,
            "INFO",
            400,
            "DEBUG",
            500,
            "TRACE",
            600,
            "ALL",
            Integer.MAX_VALUE);

    private final List<String> names;
    private final List<String> bySeverity;

    private KnownLevels(List<String> names) {
        this(names, names);
    }

    private KnownLevels(List<String> names, List<String> bySeverity) {
        this.names = names;
        this.bySeverity = bySeverity;
    }

    /** Log4j's, with custom ones by their numbers. */
    static KnownLevels ofLog4j(Map<String, Integer> custom) {
        List<Map.Entry<String, Integer>> levels = new ArrayList<>(LOG4J.entrySet());
        levels.addAll(custom.entrySet());
        levels.sort(Map.Entry.comparingByValue());
        List<String> names = levels.stream().map(Map.Entry::getKey).toList();
        List<String> bySeverity = new ArrayList<>(names);
        bySeverity.sort(Comparator.comparingInt(name -> -names.indexOf(name)));
        return new KnownLevels(names, bySeverity);
    }

    @Override
    public int severityOf(String levelName) {
        int severity = bySeverity.indexOf(levelName.trim().toUpperCase(Locale.ROOT));
        return severity < 0 ? UNKNOWN : severity;
    }

    @Override
    public Collection<String> levelNames() {
        return names;
    }
}
