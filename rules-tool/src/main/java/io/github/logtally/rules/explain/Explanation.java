package io.github.logtally.rules.explain;

import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogEventReader;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LoggerNames;
import io.github.logtally.rules.report.Doubts;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LoggedThrowable;
import io.github.logtally.trial.TrialRule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of one event what each rule makes of it. Every condition is asked of the engine itself, as a rule of its own that has
 * nothing but this condition.
 */
public final class Explanation {
    private static final String EXCLUDE = "Exclude";
    private static final String LABEL = "Label";
    private static final List<String> CONDITIONS = List.of(
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
    private static final Element PROBE =
            Element.of("Counter").with("name", "probe").with("maxLabelLength", "1000");

    private final Element settings;
    private final LogFormat format;
    private final LoggerNames loggers;
    private final LogEvent event;
    private final PrintWriter out;
    private final Set<String> problems = new LinkedHashSet<>();
    private final List<TrialRule> rules = new ArrayList<>();

    /**
     * An explanation of one event.
     *
     * @param settings the appender's settings with its rules
     */
    public Explanation(Element settings, LogFormat format, LogEvent event, PrintWriter out) {
        this.settings = settings;
        this.format = format;
        this.loggers = LoggerNames.of(format, settings);
        this.event = event;
        this.out = out;
    }

    /** Writes it. Whether all rules are right. */
    public boolean write() {
        event();
        settings.children().forEach(this::rule);
        List<String> doubts = Doubts.of(rules, format);
        if (!doubts.isEmpty()) {
            out.println();
            out.println("What the log does not tell, and the application would");
            doubts.forEach(doubt -> out.println("  " + doubt));
        }
        return problems.isEmpty();
    }

    private void event() {
        LogEventReader reader = new LogEventReader(format, loggers);
        StringBuilder message = new StringBuilder();
        reader.message(event, message);
        out.println("Event in line " + event.lineNumber());
        said("level", reader.levelName(event));
        said("logger", reader.loggerName(event));
        said("thread", reader.threadName(event));
        said("marker", reader.markerName(event));
        said("message", message.toString());
        for (Throwable each = reader.throwable(event); each instanceof LoggedThrowable logged; each = each.getCause()) {
            said("exception", logged.className());
        }
    }

    private void said(String what, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            out.println("  " + what + " ".repeat(11 - what.length()) + text.replace("\n", "\n" + " ".repeat(13)));
        }
    }

    private void rule(Element rule) {
        Probe whole = probe(rule);
        out.println();
        TrialRule described = whole.rule();
        if (described == null) {
            out.println("Refused");
            whole.problems().forEach(problem -> out.println("  " + problem));
            problems.addAll(whole.problems());
            return;
        }
        rules.add(described);
        out.println(described.place() + ": " + outcome(whole));
        conditions(rule, "");
        for (Element child : rule.children()) {
            if (child.kind().equalsIgnoreCase(EXCLUDE)) {
                boolean excluded = probe(conditionsOf(child)).hasMatched();
                out.println("  Exclude: " + (excluded ? "takes the event away" : "leaves the event"));
                conditions(child, "  ");
            }
        }
        if (whole.hasMatched()) {
            result(whole, described);
        }
    }

    private static String outcome(Probe whole) {
        if (whole.failure() != null) {
            return "meets the event and cannot count it: " + whole.failure();
        }
        return whole.hasMatched() ? "counts the event" : "does not count the event";
    }

    private void result(Probe whole, TrialRule rule) {
        if (!whole.hasCounted()) {
            return;
        }
        out.println("  value    " + whole.value());
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < rule.labels().size(); i++) {
            labels.add(rule.labels().get(i) + "=\"" + whole.labels().get(i) + "\"");
        }
        out.println("  labels   {" + String.join(", ", labels) + "}");
    }

    private void conditions(Element element, String indent) {
        boolean any = false;
        for (String condition : CONDITIONS) {
            String written = element.settings().get(condition);
            if (written != null) {
                any = true;
                condition(condition, written, indent);
            }
        }
        if (!any) {
            out.println(indent + "  no condition: every event");
        }
    }

    private void condition(String condition, String written, String indent) {
        Element alone = PROBE.with(condition, written);
        Probe probe = probe(alone);
        String verdict = probe.hasMatched() ? "holds" : probe.failure() == null ? "fails" : probe.failure();
        out.println(indent + "  " + verdict + "    " + condition + ": " + written);
        TrialRule rule = probe.rule();
        if (probe.hasMatched() && rule != null && !rule.captures().isEmpty()) {
            captures(alone, rule.captures(), indent);
        } else if (!probe.hasMatched() && condition.equals("message")) {
            String fits = longestFit(written);
            if (!fits.isEmpty()) {
                out.println(indent + "           fits up to: " + fits);
            }
        }
    }

    private void captures(Element alone, List<String> names, String indent) {
        Element asked = alone;
        for (int i = 0; i < names.size(); i++) {
            asked = asked.child(Element.of(LABEL).with("name", "c" + i).with("value", "{" + names.get(i) + "}"));
        }
        Probe probe = probe(asked);
        for (int i = 0; i < probe.labels().size(); i++) {
            out.println(indent + "           {" + names.get(i) + "} = "
                    + probe.labels().get(i));
        }
    }

    /** The longest beginning of a pattern, up to a hole, that fits if anything may follow. */
    private String longestFit(String pattern) {
        for (int end = pattern.lastIndexOf('{'); end > 0; end = pattern.lastIndexOf('{', end - 1)) {
            String beginning = pattern.substring(0, end);
            if (probe(PROBE.with("message", beginning + "{*}")).hasMatched()) {
                return beginning;
            }
        }
        return "";
    }

    private static Element conditionsOf(Element exclude) {
        Element rule = PROBE;
        for (String condition : CONDITIONS) {
            String written = exclude.settings().get(condition);
            if (written != null) {
                rule = rule.with(condition, written);
            }
        }
        return rule;
    }

    private Probe probe(Element rule) {
        return Probe.of(rule, format, loggers, event);
    }
}
