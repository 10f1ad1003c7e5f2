package io.github.logtally.rules.log;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The levels that an application has beside those of the frameworks, as a log shows them. Confined to one thread. */
public final class OwnLevels {
    /** So many levels are taken for such: an application has a few. */
    private static final int MAX = 50;

    private static final int MAX_LENGTH = 20;

    private final Map<String, String> names = new HashMap<>();

    /**
     * The level that is written here: a word of capitals, as Log4j has the names of levels.
     *
     * @return the same String instance every time for one level, or null where it is none
     */
    public @Nullable String find(byte[] bytes, int from, int to) {
        if (to - from < 2 || to - from > MAX_LENGTH || !isCapital(bytes[from])) {
            return null;
        }
        for (int i = from + 1; i < to; i++) {
            if (!isCapital(bytes[i]) && bytes[i] != '_' && (bytes[i] < '0' || bytes[i] > '9')) {
                return null;
            }
        }
        String name = new String(bytes, from, to - from, StandardCharsets.US_ASCII);
        String known = names.get(name);
        if (known == null && names.size() < MAX) {
            names.put(name, name);
            return name;
        }
        return known;
    }

    private static boolean isCapital(byte b) {
        return b >= 'A' && b <= 'Z';
    }
}
