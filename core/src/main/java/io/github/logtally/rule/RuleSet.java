package io.github.logtally.rule;

import io.github.logtally.capture.Plan;
import io.github.logtally.capture.Planner;
import io.github.logtally.capture.TemplateShape;
import io.github.logtally.config.Condition;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.series.Family;
import io.github.logtally.series.RuleAccount;
import io.github.logtally.spi.StatusReporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one appender. As {@link Planner} it is asked by logging threads; the plans it makes are evaluated under the
 * turn only.
 */
public final class RuleSet implements Planner {
    /**
     * A rule with what it feeds.
     *
     * @param labels the rule's labels in the order of the family's
     */
    public record Bound(RuleDefinition definition, Family family, List<LabelDefinition> labels, RuleAccount account) {}

    private final List<CompiledRule> rules;
    private final SharedRulesTable shared;
    private final Set<String> loggerNames = new HashSet<>();
    private final int maxMessageLength;
    private final Evaluation evaluation = new Evaluation();

    /**
     * Compiles the rules.
     *
     * @param maxMessageLength characters kept of a message
     * @param reporter where failing rules are named, throttled
     * @param nanoTime the clock of the throttle
     */
    public RuleSet(List<Bound> rules, int maxMessageLength, StatusReporter reporter, LongSupplier nanoTime) {
        this.maxMessageLength = maxMessageLength;
        FailureLog failures = new FailureLog(reporter, nanoTime);
        List<CompiledRule> compiled = new ArrayList<>();
        for (Bound bound : rules) {
            compiled.add(new CompiledRule(bound, failures));
            loggerNames.addAll(bound.definition().condition().loggers());
            for (Condition exclude : bound.definition().excludes()) {
                loggerNames.addAll(exclude.loggers());
            }
        }
        this.rules = List.copyOf(compiled);
        this.shared = new SharedRulesTable(this.rules);
    }

    @Override
    public String loggerClass(String loggerName) {
        for (String name = loggerName; !name.isEmpty(); name = parentOf(name)) {
            if (loggerNames.contains(name)) {
                return name;
            }
        }
        return "";
    }

    private static String parentOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }

    @Override
    public boolean looksAtLevels() {
        return rules.stream()
                .anyMatch(rule -> !rule.definition.condition().level().takesAll());
    }

    @Override
    public boolean mayMatch(String template) {
        for (CompiledRule rule : rules) {
            if (rule.message == null || Alignment.mayMatch(rule.message, template)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean takesLevel(String levelName, int severity) {
        for (CompiledRule rule : rules) {
            if (rule.definition.condition().level().takes(levelName, severity)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean mayMatch(String levelName, int severity, String loggerClass) {
        for (CompiledRule rule : rules) {
            Condition condition = rule.definition.condition();
            if (condition.level().takes(levelName, severity) && Loggers.takes(condition.loggers(), loggerClass)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Plan plan(String levelName, int severity, String loggerClass, @Nullable TemplateShape shape) {
        EventSort sort = new EventSort(levelName, severity, loggerClass, shape, maxMessageLength);
        return new PlanMaker(rules, shared, sort).make(evaluation);
    }
}
