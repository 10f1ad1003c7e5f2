package io.github.logtally.rule;

import java.util.List;

/** Names of loggers and their parents: {@code com.acme} takes {@code com.acme.web}, not {@code com.acmeother}. */
final class Loggers {
    private Loggers() {}

    /** Whether one of the names is the logger or a parent of it; no names take every logger. */
    static boolean takes(List<String> names, String logger) {
        if (names.isEmpty()) {
            return true;
        }
        for (String name : names) {
            if (isOrHasParent(logger, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrHasParent(String logger, String name) {
        return logger.startsWith(name) && (logger.length() == name.length() || logger.charAt(name.length()) == '.');
    }
}
