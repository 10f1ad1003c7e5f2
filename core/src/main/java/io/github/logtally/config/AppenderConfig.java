package io.github.logtally.config;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An appender's whole configuration, checked.
 *
 * @param capacity events that can wait, a power of two
 * @param maxMessageLength characters of a message kept for text rules
 * @param shutdownTimeout time to finish what waits when the appender stops
 * @param rulesRefresh how often to look whether the rules files have changed; zero for never
 * @param rules the rules that are right, in their order, definitions of a shared metric already the first rule's
 * @param refused how many rules were refused
 * @param refusedMetrics the names of metrics that only rules with a mistake have, as far as they are known
 * @param problems everything that is wrong, in the order of the configuration
 */
public record AppenderConfig(
        int capacity,
        int maxMessageLength,
        Duration shutdownTimeout,
        Duration rulesRefresh,
        List<RuleDefinition> rules,
        int refused,
        Set<String> refusedMetrics,
        List<Problem> problems) {
    public AppenderConfig {
        rules = List.copyOf(rules);
        refusedMetrics = Set.copyOf(refusedMetrics);
        problems = List.copyOf(problems);
    }
}
