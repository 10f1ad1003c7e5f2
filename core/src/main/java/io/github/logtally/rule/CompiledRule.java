package io.github.logtally.rule;

import io.github.logtally.config.Condition;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.series.Family;
import io.github.logtally.series.RuleAccount;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A rule with what all its plans share: the family and account it feeds, its regular expressions with their failures, the
 * shaping of its labels.
 */
final class CompiledRule {
    final RuleDefinition definition;
    final Family family;
    final List<LabelDefinition> labels;
    final RuleAccount account;
    final FailureLog failures;
    final @Nullable Literals message;
    final List<@Nullable Literals> excludeMessages;
    final List<LabelShaper> shapers;
    private final IdentityHashMap<Pattern, GuardedRegex> regexes = new IdentityHashMap<>();

    // Mutable state: under the turn

    private boolean switchedOff;

    CompiledRule(RuleSet.Bound bound, FailureLog failures) {
        this.definition = bound.definition();
        this.family = bound.family();
        this.labels = bound.labels();
        this.account = bound.account();
        this.failures = failures;
        this.message = literals(definition.condition());
        this.excludeMessages = new ArrayList<>();
        guard(definition.condition().regex(), "regex");
        for (Condition exclude : definition.excludes()) {
            excludeMessages.add(literals(exclude));
            guard(exclude.regex(), "regex of an Exclude");
        }
        this.shapers = new ArrayList<>();
        for (LabelDefinition label : labels) {
            guard(label.replace(), "replace of label '" + label.name() + "'");
            shapers.add(new LabelShaper(label, label.replace() == null ? null : regexes.get(label.replace())));
        }
    }

    private static @Nullable Literals literals(Condition condition) {
        return condition.message() == null ? null : Literals.of(condition.message());
    }

    private void guard(@Nullable Pattern pattern, String setting) {
        if (pattern != null) {
            regexes.put(
                    pattern, new GuardedRegex(pattern, definition.regexBudget(), () -> switchOff(setting, pattern)));
        }
    }

    /** Whether its pattern, if it has one, has neither a beginning nor an end that templates contradict. */
    boolean roams() {
        return message == null || (message.first().isEmpty() && message.last().isEmpty());
    }

    /** Without its expression a rule could only count what it must not, or under labels that it must not have. */
    private void switchOff(String setting, Pattern pattern) {
        switchedOff = true;
        failures.switchedOff(definition, setting, pattern.pattern());
    }

    /** Whether this takes no event any more. */
    boolean isSwitchedOff() {
        return switchedOff;
    }

    GuardedRegex regex(Pattern pattern) {
        GuardedRegex regex = regexes.get(pattern);
        if (regex == null) {
            throw new IllegalArgumentException("not a regular expression of this rule");
        }
        return regex;
    }
}
