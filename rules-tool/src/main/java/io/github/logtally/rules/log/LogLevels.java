package io.github.logtally.rules.log;

import io.github.logtally.spi.LevelScale;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The levels of both frameworks, found by their bytes. Immutable. */
public final class LogLevels implements LevelScale {
    private static final List<String> NAMES = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL");
    private static final String[] BY_SEVERITY = NAMES.toArray(new String[0]);
    private static final int MAX_LENGTH = 5;
    private static final int LOWER = 0x20;

    @Override
    public int severityOf(String levelName) {
        int index = NAMES.indexOf(levelName.toUpperCase(Locale.ROOT));
        return index < 0 ? UNKNOWN : index;
    }

    @Override
    public Collection<String> levelNames() {
        return NAMES;
    }

    /**
     * The level that is written here, whatever its case; one letter is enough, as layouts that shorten write it.
     *
     * @return the same String instance every time for one level, or null where it is none
     */
    public static @Nullable String find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0 || length > MAX_LENGTH) {
            return null;
        }
        for (String name : BY_SEVERITY) {
            if ((length == name.length() || length == 1) && isName(bytes, from, length, name)) {
                return name;
            }
        }
        return null;
    }

    /** Whether this is a level of the frameworks, and not one of the application's own. */
    public static boolean isKnown(String level) {
        for (String name : BY_SEVERITY) {
            if (name.equals(level)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(byte[] bytes, int from, int length, String name) {
        for (int i = 0; i < length; i++) {
            if ((bytes[from + i] | LOWER) != (name.charAt(i) | LOWER)) {
                return false;
            }
        }
        return true;
    }
}
