package io.github.logtally.rules.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings of all elements, as the core writes them. */
final class SettingName {
    static final List<String> CONDITIONS = List.of(
            "level",
            "minLevel",
            "maxLevel",
            "logger",
            "marker",
            "message",
            "contains",
            "regex",
            "exception",
            "rootCause",
            "mdc",
            "field");
    static final List<String> LIMITS =
            List.of("maxSeries", "maxValues", "onLimit", "expireAfter", "maxLabelLength", "regexBudget", "exemplars");
    static final List<String> APPENDER = List.of(
            "capacity",
            "maxMessageLength",
            "shutdownTimeout",
            "namespace",
            "labels",
            "rules",
            "rulesRefresh",
            "discovery");
    static final List<String> METRIC = List.of("name", "help", "unit", "labels", "value", "valueUnit");
    static final Map<String, List<String>> OF_KIND = Map.of(
            "Counter", List.of(),
            "Gauge", List.of("operation"),
            "Histogram", List.of("buckets", "native"),
            "Summary", List.of("quantiles", "maxAge"));
    static final List<String> LABEL =
            List.of("name", "value", "replace", "with", "map", "allow", "maxLabelLength", "maxValues", "zero");

    private static final Map<String, String> CANONICAL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (List<String> names : List.of(CONDITIONS, LIMITS, APPENDER, METRIC, LABEL)) {
            names.forEach(name -> CANONICAL.put(name, name));
        }
        OF_KIND.values().forEach(names -> names.forEach(name -> CANONICAL.put(name, name)));
    }

    private SettingName() {}

    /** The name as the core writes it, or the same where it knows none. */
    static String of(String name) {
        return CANONICAL.getOrDefault(name, name);
    }
}
