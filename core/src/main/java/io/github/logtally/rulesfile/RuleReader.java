package io.github.logtally.rulesfile;

import io.github.logtally.config.MetricKind;
import io.github.logtally.config.Nearest;
import io.github.logtally.config.Vocabulary;
import io.github.logtally.config.Words;
import io.github.logtally.rulesfile.YamlNode.Entries;
import io.github.logtally.rulesfile.YamlNode.Entry;
import io.github.logtally.rulesfile.YamlNode.Items;
import io.github.logtally.rulesfile.YamlNode.Text;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the rules in the nodes of a file. The grammar is described at {@link RulesFile}. */
final class RuleReader {
    /** The one key of a rules file. */
    static final String METRICS = "metrics";

    /** What a rule has beside its settings. */
    static final String EXCLUDE = "exclude";

    static final String LABELS = "labels";
    private static final String NAME = "name";

    /** The keys that name a rule's kind. */
    static final List<String> KINDS =
            Stream.of(MetricKind.values()).map(RuleReader::key).toList();

    private RuleReader() {}

    /** The key that begins a rule for metrics of this kind. */
    static String key(MetricKind kind) {
        return Vocabulary.word(kind).toLowerCase(Locale.ROOT);
    }

    /** The rules of a file; whatever is none is an element that will be refused. */
    static List<Element> read(String file, @Nullable YamlNode root) {
        List<Element> elements = new ArrayList<>();
        if (root == null || (root instanceof Text text && text.isNull())) {
            elements.add(ElementBuilder.refused(
                    new Position(file, 1, 1), "the file is empty: it needs a list named metrics."));
        } else if (root instanceof Entries map) {
            readTop(map, elements);
        } else {
            elements.add(ElementBuilder.refused(
                    root.at(), "a rules file is a map with a list named metrics, and this is none."));
        }
        return elements;
    }

    private static void readTop(Entries map, List<Element> elements) {
        map.mistakes().forEach(mistake -> elements.add(ElementBuilder.refused(mistake.at(), mistake.message())));
        boolean present = false;
        for (Entry entry : map.entries()) {
            if (!entry.name().equals(METRICS)) {
                elements.add(ElementBuilder.refused(
                        entry.key().at(),
                        Words.quote(entry.name()) + " is nothing that a rules file has"
                                + Words.didYouMean(entry.name(), List.of(METRICS)) + " It has only " + METRICS + "."));
                present |= Nearest.of(entry.name(), List.of(METRICS)) != null;
            } else {
                present = true;
                readRules(entry.value(), elements);
            }
        }
        if (!present) {
            elements.add(ElementBuilder.refused(map.at(), "the file has no list named metrics."));
        }
    }

    private static void readRules(YamlNode value, List<Element> elements) {
        if (value instanceof Items list) {
            list.items().forEach(item -> elements.add(rule(item)));
        } else {
            elements.add(ElementBuilder.refused(
                    value.at(),
                    "metrics must be a list of rules, each beginning with - counter: NAME or another kind."));
        }
    }

    private static Element rule(YamlNode item) {
        if (!(item instanceof Entries map)) {
            return ElementBuilder.refused(item.at(), "a rule begins with " + Words.list(KINDS) + ", then its name.");
        }
        MetricKind kind = null;
        for (Entry entry : map.entries()) {
            if (kind == null && KINDS.contains(entry.name())) {
                kind = Vocabulary.kind(entry.name());
            }
        }
        if (kind == null) {
            return withoutKind(map);
        }
        ElementBuilder rule = new ElementBuilder(Vocabulary.word(kind), map.at());
        rule.mistakesOf(map);
        Collection<String> known = Vocabulary.settings(kind);
        for (Entry entry : map.entries()) {
            if (entry.name().equals(key(kind))) {
                name(entry, rule);
            } else {
                part(key(kind), entry, known, rule);
            }
        }
        return rule.build();
    }

    private static void name(Entry kind, ElementBuilder rule) {
        String name = kind.value() instanceof Text text && !text.isNull() ? text.value() : "";
        rule.text(NAME, kind.key().at(), name);
    }

    private static void part(String kind, Entry entry, Collection<String> known, ElementBuilder rule) {
        String key = entry.name();
        Position at = entry.key().at();
        if (KINDS.contains(key)) {
            rule.mistake(at, key, "the rule is a " + kind + " already; begin another rule for this.");
        } else if (key.equals(NAME)) {
            rule.mistake(at, key, "the name of the metric stands behind its kind: " + kind + ": NAME.");
        } else if (key.equals(LABELS)) {
            LabelReader.read(entry, rule);
        } else if (key.equals(EXCLUDE)) {
            excludes(entry, rule);
        } else if (!known.contains(key) && Nearest.of(key, List.of(EXCLUDE)) != null) {
            rule.mistake(at, Words.cut(key), "is no setting" + Words.didYouMean(key, List.of(EXCLUDE)));
        } else {
            rule.setting(entry, known);
        }
    }

    private static Element withoutKind(Entries map) {
        for (Entry entry : map.entries()) {
            String key = entry.name();
            boolean setting = key.equals(EXCLUDE)
                    || Stream.of(MetricKind.values())
                            .anyMatch(kind -> Vocabulary.settings(kind).contains(key));
            if (!setting) {
                return ElementBuilder.refused(
                        entry.key().at(),
                        Words.quote(key) + " is no kind of metric" + Words.didYouMean(key, KINDS) + " The kinds are "
                                + Words.list(KINDS) + ".");
            }
        }
        return ElementBuilder.refused(
                map.at(), "the rule does not say what it is: begin it with " + Words.list(KINDS) + ", then its name.");
    }

    private static void excludes(Entry entry, ElementBuilder rule) {
        List<YamlNode> excludes = entry.value() instanceof Items list ? list.items() : List.of(entry.value());
        for (YamlNode exclude : excludes) {
            if (exclude instanceof Entries map) {
                ElementBuilder element = new ElementBuilder(Vocabulary.EXCLUDE, map.at());
                element.mistakesOf(map);
                map.entries().forEach(each -> element.setting(each, Vocabulary.CONDITION_SETTINGS));
                rule.child(element.build());
            } else {
                rule.mistake(exclude.at(), EXCLUDE, "must be a map of conditions, or a list of such maps.");
            }
        }
    }
}
