package io.github.logtally.config;

import io.github.logtally.config.MetricDefinition.LabelBound;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles one rule by itself; what rules have to do with each other is {@link SharedMetrics}' matter. */
final class RuleCompiler {
    /** The window of a summary's quantiles where the user says nothing. */
    static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(5);

    private final String namespace;
    private final Map<String, ValueTemplate> appenderLabels;
    private final Limits limits;
    private final LevelScale levels;

    RuleCompiler(String namespace, Map<String, ValueTemplate> appenderLabels, Limits limits, LevelScale levels) {
        this.namespace = namespace;
        this.appenderLabels = appenderLabels;
        this.limits = limits;
        this.levels = levels;
    }

    /** Compiles a rule; its mistakes are in the draft's report. */
    Draft compile(MetricKind kind, Element element, Report report) {
        Settings settings = Settings.of(element, "a " + Vocabulary.word(kind), Vocabulary.settings(kind), report);
        String name = name(kind, settings);
        ConditionCompiler.Compiled condition = ConditionCompiler.compile(settings, levels);
        List<Condition> excludes = new ArrayList<>();
        List<Element> labelElements = new ArrayList<>();
        for (Element child : element.children()) {
            if (child.kind().equalsIgnoreCase(Vocabulary.EXCLUDE)) {
                excludes.add(exclude(child, report.within(Vocabulary.EXCLUDE + " " + (excludes.size() + 1), child)));
            } else if (child.kind().equalsIgnoreCase(Vocabulary.LABEL)) {
                labelElements.add(child);
            } else {
                unknownElement(child, report);
            }
        }
        ValueCompiler.Compiled value = ValueCompiler.compile(kind, settings, condition.references());
        int before = report.size();
        Limits own = Limits.read(settings, limits);
        List<LabelDefinition> labels = new LabelCompiler(kind, appenderLabels, own, condition.references(), report)
                .compile(settings, labelElements);
        MetricDefinition metric =
                metric(kind, name == null ? "" : name, settings, labels, own, DefaultHelp.of(settings, value));
        if (name == null || report.size() > before) {
            return new Draft(report, name, null, null);
        }
        RuleDefinition rule = new RuleDefinition(
                report.place(),
                metric,
                condition.condition(),
                excludes,
                labels,
                value.operation(),
                value.value(),
                value.unit(),
                own.exemplars(),
                own.regexBudget());
        return new Draft(report, name, metric, rule);
    }

    private static void unknownElement(Element element, Report report) {
        List<String> known = List.of(Vocabulary.LABEL, Vocabulary.EXCLUDE);
        report.say(
                Words.cut(element.kind()),
                "a rule has no such element" + Words.didYouMean(element.kind(), known) + " Its elements are "
                        + Words.list(known) + ".");
    }

    private @Nullable String name(MetricKind kind, Settings settings) {
        if (!settings.has("name")) {
            settings.report().say("name", "is missing: a " + Vocabulary.word(kind) + " needs a name.");
        }
        return settings.read("name", text -> Names.metric(kind, namespace, text));
    }

    private Condition exclude(Element element, Report report) {
        Settings settings = Settings.of(element, "an Exclude", Vocabulary.CONDITION_SETTINGS, report);
        for (Element child : element.children()) {
            report.say(Words.cut(child.kind()), "an Exclude has no elements in it.");
        }
        if (element.settings().isEmpty()) {
            report.say(
                    "",
                    "states nothing and so would exclude every event. Its settings are "
                            + Words.list(Vocabulary.CONDITION_SETTINGS) + ".");
        }
        return ConditionCompiler.compile(settings, levels).condition();
    }

    private static MetricDefinition metric(
            MetricKind kind,
            String name,
            Settings settings,
            List<LabelDefinition> labels,
            Limits own,
            String defaultHelp) {
        String help = settings.text("help");
        String unit = settings.read("unit", Names::unit);
        boolean nativeHistogram = settings.read("native", Numbers::truth, false);
        return new MetricDefinition(
                name,
                kind,
                help == null || help.isEmpty() ? defaultHelp : help,
                unit == null || unit.isEmpty() ? null : unit,
                labels.stream()
                        .map(label -> new LabelBound(label.name(), label.maxValues()))
                        .toList(),
                buckets(kind, settings, nativeHistogram),
                nativeHistogram,
                settings.read("quantiles", BucketReader::quantiles, List.of()),
                settings.read("maxAge", RuleCompiler::maxAge, DEFAULT_MAX_AGE),
                own.maxSeries(),
                own.onLimit(),
                own.expireAfter(),
                own.exemplars().enabled());
    }

    private static List<Double> buckets(MetricKind kind, Settings settings, boolean nativeHistogram) {
        if (kind != MetricKind.HISTOGRAM) {
            return List.of();
        }
        List<Double> buckets = settings.read("buckets", BucketReader::buckets);
        if (!nativeHistogram) {
            return buckets == null ? BucketReader.DEFAULT_BUCKETS : buckets;
        }
        if (settings.has("buckets")) {
            settings.report()
                    .say("buckets", "a native histogram finds its own buckets: remove either buckets or native.");
        }
        return List.of();
    }

    private static Duration maxAge(String text) throws Mistake {
        Duration maxAge = DurationReader.positive(text);
        if (!maxAge.equals(maxAge.truncatedTo(ChronoUnit.SECONDS))) {
            throw new Mistake(Words.quote(text) + " is not allowed: write whole seconds, 1s or more.");
        }
        return maxAge;
    }
}
