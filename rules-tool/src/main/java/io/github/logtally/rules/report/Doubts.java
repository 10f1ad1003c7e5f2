package io.github.logtally.rules.report;

import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogFormat.Trait;
import io.github.logtally.trial.Need;
import io.github.logtally.trial.TrialRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules read that a log of some format does not tell: there, the application may count otherwise. */
public final class Doubts {
    private Doubts() {}

    /** One line for each thing that is not told, with the rules that read it. */
    public static List<String> of(List<TrialRule> rules, LogFormat format) {
        Map<String, Set<String>> doubts = new LinkedHashMap<>();
        for (TrialRule rule : rules) {
            for (Need need : rule.needs()) {
                String doubt = doubt(need, format);
                if (doubt != null) {
                    doubts.computeIfAbsent(doubt, key -> new LinkedHashSet<>()).add(rule.place());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        doubts.forEach((doubt, places) -> lines.add(doubt + ": " + String.join(", ", places)));
        lines.sort(null);
        return lines;
    }

    private static @Nullable String doubt(Need need, LogFormat format) {
        return switch (need.kind()) {
            case LEVEL -> missing("the level", Trait.LEVEL, format);
            case LOGGER ->
                format.shortensLoggers()
                        ? "the layout may shorten names of loggers; {logger} is what is left of them"
                        : missing("the logger", Trait.LOGGER, format);
            case LOGGER_CONDITION ->
                format.shortensLoggers()
                        ? "the layout may shorten names of loggers; 'logger' cannot be checked, a name that may be short for"
                                + " the rule's counts as that"
                        : missing("the logger", Trait.LOGGER, format);
            case THREAD -> missing("the thread", Trait.THREAD, format);
            case MARKER -> missing("the marker", Trait.MARKER, format);
            case EXCEPTION -> missing("the exception", Trait.EXCEPTION, format);
            case EXCEPTION_CLASS ->
                "a log does not tell which class an exception extends; only the class named and what"
                        + " the JDK has below it are found, not the application's own subclasses of " + need.name();
            case TEMPLATE -> "a log does not tell the message template";
            case ARGUMENT -> "a log does not tell the arguments of a message ({arg:" + need.name() + "})";
            case MDC ->
                format.tellsMdc(need.name()) ? null : "the layout does not write the MDC entry '" + need.name() + "'";
            case FIELD ->
                format.traits().contains(Trait.FIELDS)
                        ? null
                        : "the layout does not write the field '" + need.name() + "'";
        };
    }

    private static @Nullable String missing(String what, Trait trait, LogFormat format) {
        return format.traits().contains(trait) ? null : "the layout does not write " + what;
    }
}
