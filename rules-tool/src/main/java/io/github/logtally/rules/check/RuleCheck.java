package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.trial.RuleProblem;
import java.util.List;
import java.util.Map;

/** What an appender would say of rules. */
public final class RuleCheck {
    private RuleCheck() {}

    /** The mistakes in rules, as an appender of either framework says them; empty where there are none. */
    public static List<String> problems(List<Element> rules) {
        return RuleProblem.of("metrics", new Element("Logtally", Map.of(), rules), KnownLevels.OF_ANY).stream()
                .map(RuleProblem::text)
                .toList();
    }
}
