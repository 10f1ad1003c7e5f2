package io.github.logtally.rules.fluentbit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which levels a regular expression finds: there are few, so all are tried. */
final class LevelRegex {
    /** From the least severe on. The last is Log4j's alone. */
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");

    private static final Map<String, List<String>> OTHER_NAMES = Map.of(
            "WARN", List.of("WARNING", "warning", "Warning"),
            "ERROR", List.of("ERR", "err", "SEVERE"),
            "FATAL", List.of("CRITICAL", "critical", "EMERGENCY"));

    /** Nothing but names of levels, with what may stand around them in a line: {@code .*\b(WARN|ERROR)\b.*}. */
    private static final Pattern ONLY_LEVELS = Pattern.compile(
            "(?:\\^|\\.\\*|\\\\b|\\\\s\\+?| |\\\\\\[)*\\(?(?:\\?:)?(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)"
                    + "(?:\\|(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL))*\\)?(?:\\$|\\.\\*|\\\\b|\\\\s\\+?| |])*");

    private static final Pattern NAMES_A_LEVEL =
            Pattern.compile("(?<![A-Z])(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL)(?![A-Z])");

    private LevelRegex() {}

    /** The levels whose names, or the names that others give them, {@code javaRegex} finds. */
    static List<String> levels(String javaRegex) {
        Pattern pattern = Pattern.compile(javaRegex);
        List<String> found =
                LEVELS.stream().filter(level -> finds(pattern, level)).toList();
        if (!found.isEmpty()) {
            return found;
        }
        List<String> renamed = new ArrayList<>();
        for (String level : LEVELS) {
            List<String> names = new ArrayList<>(OTHER_NAMES.getOrDefault(level, List.of()));
            names.add(level.toLowerCase(Locale.ROOT));
            names.add(level.charAt(0) + level.substring(1).toLowerCase(Locale.ROOT));
            if (names.stream().anyMatch(name -> finds(pattern, name))) {
                renamed.add(level);
            }
        }
        return renamed;
    }

    /** Whether {@code javaRegex} finds this name. */
    static boolean finds(String javaRegex, String level) {
        return finds(Pattern.compile(javaRegex), level);
    }

    private static boolean finds(Pattern pattern, String level) {
        return pattern.matcher(level).find();
    }

    /** Whether an expression for a line says no more than the level. */
    static boolean isOnlyLevels(String regex) {
        return ONLY_LEVELS.matcher(regex).matches();
    }

    /** The levels that an expression names. */
    static List<String> named(String regex) {
        return LEVELS.stream()
                .filter(level -> NAMES_A_LEVEL.matcher(regex).results().anyMatch(name -> name.group()
                        .equals(level)))
                .toList();
    }

    /** Whether an expression for a line says something about the level, too. */
    static boolean namesLevel(String regex) {
        return NAMES_A_LEVEL.matcher(regex).find();
    }

    /** Whether these are all levels there are. */
    static boolean isEvery(List<String> levels) {
        return levels.containsAll(LEVELS);
    }

    /** The least severe of them where they are all levels from it on, whether a framework has FATAL or not; or empty. */
    static String least(List<String> levels) {
        int from = LEVELS.size() - levels.size();
        return levels.size() > 1 && levels.equals(LEVELS.subList(from, LEVELS.size())) ? LEVELS.get(from) : "";
    }
}
