package io.github.logtally.config;

import io.github.logtally.spi.LevelScale;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code level}, {@code minLevel} and {@code maxLevel}, and refuses what no event can meet. */
final class LevelReader {
    private static final String MEANING = "minLevel is the least severe level taken and maxLevel the most severe one"
            + " (Log4j's LevelRangeFilter names them the other way round)";

    private final Settings settings;
    private final LevelScale levels;

    private LevelReader(Settings settings, LevelScale levels) {
        this.settings = settings;
        this.levels = levels;
    }

    static LevelCondition read(Settings settings, LevelScale levels) {
        return new LevelReader(settings, levels).read();
    }

    private LevelCondition read() {
        List<String> listed = settings.read("level", ListReader::texts, List.of());
        Set<String> names = new LinkedHashSet<>();
        for (String name : listed) {
            if (levels.severityOf(name) == LevelScale.UNKNOWN) {
                settings.report().say("level", unknown(name));
            } else {
                names.add(name.toUpperCase(Locale.ROOT));
            }
        }
        int min = settings.read("minLevel", this::severity, Integer.MIN_VALUE);
        int max = settings.read("maxLevel", this::severity, Integer.MAX_VALUE);
        if (min > max) {
            settings.report()
                    .say(
                            "minLevel, maxLevel",
                            "no level is at least " + settings.text("minLevel") + " and at most "
                                    + settings.text("maxLevel") + ": " + MEANING + ". Swap the two.");
        } else if (names.size() == listed.size()
                && !names.isEmpty()
                && names.stream().noneMatch(name -> {
                    int severity = levels.severityOf(name);
                    return severity >= min && severity <= max;
                })) {
            settings.report()
                    .say(
                            "level",
                            "none of " + Words.list(names) + " is within minLevel and maxLevel: " + MEANING + ".");
        }
        return new LevelCondition(names, min, max);
    }

    private int severity(String name) throws Mistake {
        Settings.requireText(name);
        int severity = levels.severityOf(name);
        if (severity == LevelScale.UNKNOWN) {
            throw new Mistake(unknown(name));
        }
        return severity;
    }

    private String unknown(String name) {
        return Words.quote(name) + " is no level" + Words.didYouMean(name, levels.levelNames()) + " The levels are "
                + Words.list(levels.levelNames()) + ".";
    }
}
