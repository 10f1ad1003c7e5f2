package io.github.logtally.config;

import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands before rules were compared with each other.
 *
 * @param report its mistakes; a rule with one is refused
 * @param name the name of the metric, or null where that is not known
 * @param metric the metric it names, or null where a mistake hides that
 * @param rule the rule, or null where {@code metric} is
 */
record Draft(Report report, @Nullable String name, @Nullable MetricDefinition metric, @Nullable RuleDefinition rule) {
    boolean isRefused() {
        return !report.isClean();
    }
}
