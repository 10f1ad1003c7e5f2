package io.github.logtally.rulesfile;

import io.github.logtally.config.Vocabulary;
import io.github.logtally.rulesfile.YamlNode.Entries;
import io.github.logtally.rulesfile.YamlNode.Entry;
import io.github.logtally.rulesfile.YamlNode.Items;
import io.github.logtally.rulesfile.YamlNode.Text;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin.Position;

/** Reads {@code labels}. A list or a map becomes one element a label, so that each has its own place in messages. */
final class LabelReader {
    private static final String NAME = "name";
    private static final String VALUE = "value";

    private LabelReader() {}

    static void read(Entry labels, ElementBuilder rule) {
        if (labels.value() instanceof Items list) {
            list.items().forEach(item -> item(item, rule));
        } else if (labels.value() instanceof Entries map) {
            rule.mistakesOf(map);
            map.entries().forEach(entry -> entry(entry, rule));
        } else if (labels.value() instanceof Text text && rule.isValue(RuleReader.LABELS, text)) {
            rule.text(RuleReader.LABELS, labels.key().at(), text.value());
        }
    }

    private static void item(YamlNode item, ElementBuilder rule) {
        if (item instanceof Entries map) {
            ElementBuilder label = new ElementBuilder(Vocabulary.LABEL, map.at());
            label.mistakesOf(map);
            map.entries().forEach(entry -> label.setting(entry, Vocabulary.LABEL_SETTINGS));
            rule.child(label.build());
        } else if (!(item instanceof Text text)) {
            rule.mistake(item.at(), RuleReader.LABELS, "a label must be a text or a map, not a list.");
        } else if (rule.isValue(RuleReader.LABELS, text)) {
            int equals = text.value().indexOf('=');
            rule.child(
                    equals < 0
                            ? named(text.value(), text.at()).build()
                            : valued(
                                    text.value().substring(0, equals),
                                    text.at(),
                                    text.value().substring(equals + 1)));
        }
    }

    private static void entry(Entry entry, ElementBuilder rule) {
        Position at = entry.key().at();
        if (entry.value() instanceof Text text) {
            rule.child(text.isNull() ? named(entry.name(), at).build() : valued(entry.name(), at, text.value()));
        } else if (entry.value() instanceof Entries map) {
            ElementBuilder label = named(entry.name(), at);
            label.mistakesOf(map);
            for (Entry setting : map.entries()) {
                if (setting.name().equals(NAME)) {
                    label.mistake(setting.key().at(), NAME, "the key before this map is the label's name already.");
                } else {
                    label.setting(setting, Vocabulary.LABEL_SETTINGS);
                }
            }
            rule.child(label.build());
        } else {
            rule.mistake(entry.value().at(), RuleReader.LABELS, "a label must be a text or a map, not a list.");
        }
    }

    private static ElementBuilder named(String name, Position at) {
        ElementBuilder label = new ElementBuilder(Vocabulary.LABEL, at);
        label.text(NAME, at, name);
        return label;
    }

    private static Element valued(String name, Position at, String value) {
        ElementBuilder label = named(name, at);
        label.text(VALUE, at, value);
        return label.build();
    }
}
