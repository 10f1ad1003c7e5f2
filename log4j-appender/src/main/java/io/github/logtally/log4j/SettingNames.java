package io.github.logtally.log4j;

import java.util.Map;
import java.util.TreeMap;

/** The settings as the core writes them. Log4j's attributes may be written in any case, the core's settings may not. */
final class SettingNames {
    private static final Map<String, String> NAMES = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (String name : new String[] {
            "allow",
            "buckets",
            "capacity",
            "contains",
            "discovery",
            "exception",
            "exemplars",
            "expireAfter",
            "field",
            "help",
            "labels",
            "level",
            "logger",
            "map",
            "marker",
            "maxAge",
            "maxLabelLength",
            "maxLevel",
            "maxMessageLength",
            "maxSeries",
            "maxValues",
            "mdc",
            "message",
            "minLevel",
            "name",
            "namespace",
            "native",
            "onLimit",
            "operation",
            "quantiles",
            "regex",
            "regexBudget",
            "replace",
            "rootCause",
            "rules",
            "rulesRefresh",
            "shutdownTimeout",
            "unit",
            "value",
            "valueUnit",
            "with",
            "zero"
        }) {
            NAMES.put(name, name);
        }
    }

    private SettingNames() {}

    /** The name as the core writes it, or the same where it knows none. */
    static String canonical(String name) {
        return NAMES.getOrDefault(name, name);
    }

    /** All of them. */
    static Iterable<String> all() {
        return NAMES.values();
    }
}
