package io.github.logtally.config;

import io.github.logtally.config.LabelDefinition.Mapping;
import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles the labels of a rule: the appender's, then those of its {@code labels}, then its nested elements. */
final class LabelCompiler {
    private final MetricKind kind;
    private final Limits limits;
    private final References references;
    private final Report report;
    private final Map<String, LabelDefinition> labels = new LinkedHashMap<>();
    private final Set<String> own = new LinkedHashSet<>();

    /**
     * A compiler of the labels of one rule.
     *
     * @param inherited the values of the appender's labels by their names
     */
    LabelCompiler(
            MetricKind kind,
            Map<String, ValueTemplate> inherited,
            Limits limits,
            References references,
            Report report) {
        this.kind = kind;
        this.limits = limits;
        this.references = references;
        this.report = report;
        inherited.forEach((name, value) -> labels.put(name, plain(name, value)));
    }

    /** The labels that {@code labels} lists, by their names; mistakes are reported to {@code settings}. */
    static Map<String, ValueTemplate> list(Settings settings, References references) {
        Map<String, ValueTemplate> labels = new LinkedHashMap<>();
        String text = settings.text("labels");
        if (text == null || text.isEmpty()) {
            return labels;
        }
        List<ListReader.Item> items = settings.read("labels", ListReader::itemsWithReferences, List.of());
        for (ListReader.Item item : items) {
            try {
                String name = Names.label(item.key());
                String value = item.value();
                ValueTemplate template =
                        value == null ? bare(name, references) : TemplateParser.parse(value, references);
                if (labels.put(name, template) != null) {
                    throw new Mistake("the label " + Words.quote(name) + " is there twice.");
                }
            } catch (Mistake mistake) {
                settings.report().say("labels", mistake.words());
            }
        }
        return labels;
    }

    /** All labels of the rule, wrong ones left out. */
    List<LabelDefinition> compile(Settings rule, Collection<Element> elements) {
        list(rule, references).forEach((name, value) -> {
            own.add(name);
            labels.put(name, plain(name, value));
        });
        int number = 0;
        for (Element element : elements) {
            number++;
            String name = element.settings().getOrDefault("name", "").trim();
            String place = Vocabulary.LABEL + " " + (name.isEmpty() ? String.valueOf(number) : Words.quote(name));
            Report nested = report.within(place, element);
            element(Settings.of(element, "a Label", Vocabulary.LABEL_SETTINGS, nested), name);
            for (Element child : element.children()) {
                nested.say(Words.cut(child.kind()), "a Label has no elements in it.");
            }
        }
        for (String name : labels.keySet()) {
            try {
                Names.requireLabelFor(kind, name);
            } catch (Mistake mistake) {
                report.say("labels", mistake.words());
            }
        }
        requireZeroSeriesFit();
        return List.copyOf(labels.values());
    }

    private void element(Settings settings, String name) {
        LabelDefinition label = refined(settings, name);
        settings.read("name", text -> {
            Names.label(text);
            if (!own.add(text)) {
                throw new Mistake("the label " + Words.quote(text)
                        + " is there twice: name it either in labels or in one Label element.");
            }
            return labels.put(text, label);
        });
        if (!settings.has("name")) {
            settings.report().say("name", "is missing: a Label needs a name.");
        }
    }

    private LabelDefinition refined(Settings settings, String name) {
        ValueTemplate value = new ValueTemplate(List.of());
        if (settings.has("value")) {
            value = settings.read("value", text -> TemplateParser.parse(text, references), value);
        } else if (!name.isEmpty()) {
            try {
                value = bare(name, references);
            } catch (Mistake mistake) {
                settings.report().say("value", mistake.words());
            }
        }
        if (settings.has("with") && !settings.has("replace")) {
            settings.report()
                    .say("with", "has no meaning without replace, the regular expression that finds what goes.");
        }
        String with = settings.text("with");
        LabelDefinition label = new LabelDefinition(
                name,
                value,
                settings.read("replace", text -> RegexReader.read(text).pattern()),
                with == null ? "" : with,
                settings.read("map", LabelCompiler::mappings, List.of()),
                settings.read("allow", LabelCompiler::values),
                Limits.maxLabelLength(settings, limits.maxLabelLength()),
                settings.read("maxValues", Limits::maxValues, limits.maxValues()),
                settings.read("zero", LabelCompiler::values, List.of()));
        ZeroValues.check(label, settings.report());
        return label;
    }

    private LabelDefinition plain(String name, ValueTemplate value) {
        return new LabelDefinition(
                name, value, null, "", List.of(), null, limits.maxLabelLength(), limits.maxValues(), List.of());
    }

    /** What a label without a value refers to: the capture or plain built-in reference of its own name. */
    private static ValueTemplate bare(String name, References references) throws Mistake {
        try {
            return new ValueTemplate(List.of(new Piece.Ref(references.resolve(name), null)));
        } catch (Mistake mistake) {
            throw new Mistake("the label " + Words.quote(name) + " has no value of its own and so means {"
                    + Words.cut(name) + "}: " + mistake.words());
        }
    }

    private static List<Mapping> mappings(String text) throws Mistake {
        List<Mapping> mappings = new ArrayList<>();
        for (ListReader.Item item : ListReader.items(text)) {
            String result = item.value();
            if (result == null) {
                throw new Mistake(Words.quote(item.text()) + " maps to nothing: write glob=result, such as 2??=ok.");
            }
            mappings.add(new Mapping(new Glob(item.key()), result));
        }
        return mappings;
    }

    private static List<String> values(String text) throws Mistake {
        return ListReader.texts(text).stream().distinct().toList();
    }

    private void requireZeroSeriesFit() {
        long series = 1;
        for (LabelDefinition label : labels.values()) {
            series = Math.min(
                    Integer.MAX_VALUE, series * Math.max(1, label.zero().size()));
        }
        if (series > limits.maxSeries()) {
            report.say(
                    "maxSeries",
                    "the zero values of the labels make " + series + " series, more than the " + limits.maxSeries()
                            + " that maxSeries allows.");
        }
    }
}
