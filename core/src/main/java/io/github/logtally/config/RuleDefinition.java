package io.github.logtally.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that passed every check.
 *
 * @param place where it stands, in words for the user ({@code Counter 'http_requests_total'})
 * @param metric the metric it feeds
 * @param condition what an event must meet
 * @param excludes an event that meets one of these is not counted
 * @param labels its labels in the order of {@code metric}'s, the appender's first
 * @param operation what it does to the series
 * @param value what it reads, or null for the constant 1
 * @param valueUnit the unit of a bare number, or null
 * @param exemplars where exemplars come from
 * @param regexBudget character reads of one regex on one event
 */
public record RuleDefinition(
        String place,
        MetricDefinition metric,
        Condition condition,
        List<Condition> excludes,
        List<LabelDefinition> labels,
        Operation operation,
        @Nullable ValueTemplate value,
        @Nullable Unit valueUnit,
        ExemplarKeys exemplars,
        int regexBudget) {
    public RuleDefinition {
        excludes = List.copyOf(excludes);
        labels = List.copyOf(labels);
    }

    /** This rule with the definition that the rules of its metric share, and its labels in that definition's order. */
    RuleDefinition feeding(MetricDefinition shared, List<LabelDefinition> ordered) {
        return new RuleDefinition(
                place, shared, condition, excludes, ordered, operation, value, valueUnit, exemplars, regexBudget);
    }
}
