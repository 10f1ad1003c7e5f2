package io.github.logtally.rules.check;

import java.util.HashMap;
import java.util.Map;

/**
 * Replaces <code>${name}</code> by what the file itself says of it. What only the running application knows stays as it is: it is
 * {@link #isOpen}, and what stands in it cannot be checked.
 */
final class Variables {
    private static final int DEEPEST = 10;

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.putIfAbsent(name, value);
    }

    String resolve(String text) {
        String resolved = text;
        for (int depth = 0; depth < DEEPEST && isOpen(resolved); depth++) {
            String once = once(resolved);
            if (once.equals(resolved)) {
                return resolved;
            }
            resolved = once;
        }
        return resolved;
    }

    /** Replaces the variables that have no other in them. */
    private String once(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (true) {
            int end = text.indexOf('}', at);
            int start = end < 0 ? -1 : text.lastIndexOf("${", end);
            if (end < 0) {
                return out.append(text, at, text.length()).toString();
            }
            if (start >= at) {
                String name = text.substring(start + 2, end);
                String value = values.get(name);
                out.append(text, at, start).append(value == null ? text.substring(start, end + 1) : value);
            } else {
                out.append(text, at, end + 1);
            }
            at = end + 1;
        }
    }

    /** Whether a text has something in it that only the running application knows. */
    static boolean isOpen(String text) {
        return text.contains("${");
    }
}
