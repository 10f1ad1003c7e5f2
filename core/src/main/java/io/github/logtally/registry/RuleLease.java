package io.github.logtally.registry;

import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.series.Family;
import io.github.logtally.series.RuleAccount;
import java.util.List;

/**
 * What a rule that may run feeds.
 *
 * @param rule the rule
 * @param family its metric, perhaps shared with other rules and appenders
 * @param labels the rule's labels in the order of {@code family}'s, which another rule may have chosen
 * @param account where its matches, failures and overflows are counted
 */
public record RuleLease(RuleDefinition rule, Family family, List<LabelDefinition> labels, RuleAccount account) {
    public RuleLease {
        labels = List.copyOf(labels);
    }
}
