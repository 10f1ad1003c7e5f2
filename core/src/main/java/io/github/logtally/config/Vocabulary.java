package io.github.logtally.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which elements there are and which settings each of them has. */
public final class Vocabulary {
    /** The element for a label of a rule. */
    public static final String LABEL = "Label";
    /** The element for events that a rule does not count. */
    public static final String EXCLUDE = "Exclude";

    /** What a condition can state, in a rule and in an {@code Exclude}. */
    public static final List<String> CONDITION_SETTINGS = List.of(
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

    /** What a {@code Label} can have. */
    public static final List<String> LABEL_SETTINGS =
            List.of("name", "value", "replace", "with", "map", "allow", "maxLabelLength", "maxValues", "zero");

    private static final List<String> LIMITS =
            List.of("maxSeries", "maxValues", "onLimit", "expireAfter", "maxLabelLength", "regexBudget", "exemplars");

    static final List<String> APPENDER_SETTINGS = joined(
            List.of(
                    "name",
                    "capacity",
                    "maxMessageLength",
                    "shutdownTimeout",
                    "namespace",
                    "labels",
                    "discovery",
                    "rules",
                    "rulesRefresh"),
            LIMITS);

    /** The names of the rules' elements. */
    public static final List<String> RULES =
            Stream.of(MetricKind.values()).map(Vocabulary::word).toList();

    private Vocabulary() {}

    /** The name of the element for metrics of this kind. */
    public static String word(MetricKind kind) {
        return switch (kind) {
            case COUNTER -> "Counter";
            case GAUGE -> "Gauge";
            case HISTOGRAM -> "Histogram";
            case SUMMARY -> "Summary";
        };
    }

    /** The kind of metric an element of this name is for, whatever its case, or null where it is no rule. */
    public static @Nullable MetricKind kind(String element) {
        for (MetricKind kind : MetricKind.values()) {
            if (word(kind).equalsIgnoreCase(element)) {
                return kind;
            }
        }
        return null;
    }

    /** The settings of a rule of this kind. */
    public static List<String> settings(MetricKind kind) {
        List<String> own =
                switch (kind) {
                    case COUNTER -> List.of();
                    case GAUGE -> List.of("operation");
                    case HISTOGRAM -> List.of("buckets", "native");
                    case SUMMARY -> List.of("quantiles", "maxAge");
                };
        return joined(
                joined(List.of("name", "help", "unit", "labels"), CONDITION_SETTINGS),
                joined(joined(List.of("value", "valueUnit"), own), LIMITS));
    }

    /** The elements of rules and labels that have this setting, for a user who wrote it somewhere else. */
    static List<String> elementsWith(String setting) {
        List<String> elements = new ArrayList<>();
        for (MetricKind kind : MetricKind.values()) {
            if (settings(kind).contains(setting)) {
                elements.add(word(kind));
            }
        }
        if (LABEL_SETTINGS.contains(setting)) {
            elements.add(LABEL);
        }
        return elements;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
