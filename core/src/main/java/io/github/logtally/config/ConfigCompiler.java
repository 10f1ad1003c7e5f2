package io.github.logtally.config;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import io.github.logtally.spi.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the raw settings of an appender into checked definitions.
 *
 * <p>All mistakes of the whole configuration are found in one go. A rule with a mistake is refused and the others run; a
 * mistake in a setting of the appender leaves that setting at its default, but for {@code namespace} and {@code labels}:
 * they are part of every metric's identity, so a mistake there refuses all rules.
 */
public final class ConfigCompiler {
    /** Events that can wait where the user says nothing. */
    public static final int DEFAULT_CAPACITY = 8192;

    /** Characters of a message kept for text rules where the user says nothing. */
    public static final int DEFAULT_MAX_MESSAGE_LENGTH = 2048;

    /** Time to finish what waits at the end where the user says nothing. */
    public static final Duration DEFAULT_SHUTDOWN_TIMEOUT = Duration.ofSeconds(2);

    private static final int LARGEST_CAPACITY = 1 << 20;
    private static final int LONGEST_MESSAGE = 1 << 20;
    private static final Duration LONGEST_SHUTDOWN = Duration.ofHours(1);
    private static final Duration SHORTEST_REFRESH = Duration.ofMillis(100);

    /** What an appender without a rule counts. */
    private static final Element DEFAULT_RULE = Element.of(Vocabulary.word(MetricKind.COUNTER))
            .with("name", "log_events_total")
            .with("help", "Log events by level and logger")
            .with("labels", "level, logger");

    private final Element appender;
    private final LevelScale levels;
    private final Report report;

    private ConfigCompiler(String appenderName, Element appender, LevelScale levels) {
        this.appender = appender;
        this.levels = levels;
        this.report = new Report("appender " + Words.quote(appenderName));
    }

    /**
     * Checks and compiles a configuration. Never throws, whatever the user wrote.
     *
     * @param appenderName the appender's name, for messages
     * @param appender the appender's element with its rules in it
     * @param levels the levels of the logging framework
     */
    public static AppenderConfig compile(String appenderName, Element appender, LevelScale levels) {
        return new ConfigCompiler(appenderName, appender, levels).compile();
    }

    private AppenderConfig compile() {
        Settings settings = Settings.of(appender, "the appender", Vocabulary.APPENDER_SETTINGS, report);
        int capacity = settings.read("capacity", ConfigCompiler::capacity, DEFAULT_CAPACITY);
        int maxMessageLength =
                settings.read("maxMessageLength", Numbers.from(1, LONGEST_MESSAGE), DEFAULT_MAX_MESSAGE_LENGTH);
        Duration shutdownTimeout =
                settings.read("shutdownTimeout", ConfigCompiler::shutdownTimeout, DEFAULT_SHUTDOWN_TIMEOUT);
        Limits limits = Limits.read(settings, Limits.DEFAULTS);

        Duration rulesRefresh = rulesRefresh(settings);

        int before = report.size();
        String namespace = settings.read("namespace", Names::namespace, "");
        Map<String, ValueTemplate> labels = LabelCompiler.list(settings, References.OF_EVERY_EVENT);
        boolean identityIsWrong = report.size() > before;
        if (identityIsWrong) {
            report.say("", "no rule can run before namespace and labels are right: every metric has them.");
        }

        RuleCompiler compiler = new RuleCompiler(namespace, labels, limits, levels);
        List<Draft> drafts = drafts(compiler);
        if (settings.read("discovery", Numbers::truth, false)) {
            drafts.add(Discovery.draft(compiler, new Report(report.place() + " > discovery")));
        }
        List<RuleDefinition> rules = SharedMetrics.resolve(drafts);
        int refused = identityIsWrong ? drafts.size() : drafts.size() - rules.size();
        List<Problem> problems = new ArrayList<>(report.problems());
        drafts.forEach(draft -> problems.addAll(draft.report().problems()));
        return new AppenderConfig(
                capacity,
                maxMessageLength,
                shutdownTimeout,
                rulesRefresh,
                identityIsWrong ? List.of() : rules,
                refused,
                refusedMetrics(drafts, identityIsWrong ? List.of() : rules),
                problems);
    }

    private static Set<String> refusedMetrics(List<Draft> drafts, List<RuleDefinition> running) {
        Set<String> metrics = new LinkedHashSet<>();
        for (Draft draft : drafts) {
            String name = draft.name();
            if (name != null) {
                metrics.add(name);
            }
        }
        running.forEach(rule -> metrics.remove(rule.metric().name()));
        return metrics;
    }

    /** What is wrong with {@code rules} itself, those who read the files have made elements of. */
    private static Duration rulesRefresh(Settings settings) {
        settings.nonEmpty("rules");
        if (settings.has("rulesRefresh") && !settings.has("rules")) {
            settings.report().say("rulesRefresh", "has no meaning without rules, the file to look at.");
        }
        return settings.read("rulesRefresh", ConfigCompiler::refresh, Duration.ZERO);
    }

    private List<Draft> drafts(RuleCompiler compiler) {
        List<Element> elements = appender.children();
        List<Draft> drafts = new ArrayList<>();
        if (elements.isEmpty()) {
            drafts.add(
                    compiler.compile(MetricKind.COUNTER, DEFAULT_RULE, new Report(report.place() + " > default rule")));
        }
        List<String> places = places(elements);
        for (int i = 0; i < elements.size(); i++) {
            Report own = new Report(places.get(i), elements.get(i));
            MetricKind kind = Vocabulary.kind(elements.get(i).kind());
            drafts.add(kind == null ? unknown(elements.get(i), own) : compiler.compile(kind, elements.get(i), own));
        }
        return drafts;
    }

    /** An element that is no rule was meant to be something: it counts as a rule refused. */
    private static Draft unknown(Element element, Report report) {
        if (!report.isClean()) {
            return new Draft(report, null, null, null);
        }
        boolean nested = element.kind().equalsIgnoreCase(Vocabulary.LABEL)
                || element.kind().equalsIgnoreCase(Vocabulary.EXCLUDE);
        report.say(
                "",
                nested
                        ? "stands in a rule, not in the appender."
                        : "there is no such rule" + Words.didYouMean(element.kind(), Vocabulary.RULES)
                                + " The rules are " + Words.list(Vocabulary.RULES) + ".");
        return new Draft(report, null, null, null);
    }

    /** The elements in words: kind and name, and their number or place where that does not tell them apart. */
    private static List<String> places(List<Element> elements) {
        Map<String, Integer> uses = new HashMap<>();
        List<String> names = new ArrayList<>();
        for (Element element : elements) {
            MetricKind kind = Vocabulary.kind(element.kind());
            String word = kind == null ? Words.cut(element.kind()) : Vocabulary.word(kind);
            String name = element.settings().getOrDefault("name", "").trim();
            String place = name.isEmpty() ? word : word + " " + Words.quote(name);
            names.add(place);
            uses.merge(place, name.isEmpty() ? 2 : 1, Integer::sum);
        }
        for (int i = 0; i < names.size(); i++) {
            @Nullable Integer used = uses.get(names.get(i));
            if (used != null && used > 1) {
                names.set(i, names.get(i) + which(elements.get(i), i));
            }
        }
        return names;
    }

    /** One that was read from a file and has no name is told by its place alone, which every message has. */
    private static String which(Element element, int index) {
        Origin origin = element.origin();
        if (origin == null) {
            return " (rule " + (index + 1) + ")";
        }
        return element.settings().getOrDefault("name", "").isBlank()
                ? ""
                : " (" + origin.start().text() + ")";
    }

    private static int capacity(String text) throws Mistake {
        int wanted = Numbers.from(1, LARGEST_CAPACITY).read(text);
        return wanted <= 2 ? 2 : Integer.highestOneBit(wanted - 1) << 1;
    }

    private static Duration refresh(String text) throws Mistake {
        if (text.equals("off")) {
            return Duration.ZERO;
        }
        Duration period = DurationReader.positive(text);
        if (period.compareTo(SHORTEST_REFRESH) < 0) {
            throw new Mistake(
                    Words.quote(text) + " is not allowed: the shortest is " + SHORTEST_REFRESH.toMillis() + "ms.");
        }
        return period;
    }

    private static Duration shutdownTimeout(String text) throws Mistake {
        Duration timeout = DurationReader.read(text);
        if (timeout.compareTo(LONGEST_SHUTDOWN) > 0) {
            throw new Mistake(
                    Words.quote(text) + " is not allowed: the longest is " + LONGEST_SHUTDOWN.toHours() + "h.");
        }
        return timeout;
    }
}
