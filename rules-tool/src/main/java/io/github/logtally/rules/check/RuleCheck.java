package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.trial.Trial;
import java.util.List;

/** What an appender would say of rules. */
public final class RuleCheck {
    private RuleCheck() {}

    /** The mistakes in rules, as an appender of either framework says them; empty where there are none. */
    public static List<String> problems(List<Element> rules) {
        Element appender = Element.of("Logtally");
        for (Element rule : rules) {
            appender = appender.child(rule);
        }
        return new Trial<>(appender, NoEvents.ANY_FRAMEWORK, new NoListener()).problems();
    }
}
