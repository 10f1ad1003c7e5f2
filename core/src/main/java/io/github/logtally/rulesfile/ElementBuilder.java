package io.github.logtally.rulesfile;

import io.github.logtally.rulesfile.YamlNode.Entries;
import io.github.logtally.rulesfile.YamlNode.Entry;
import io.github.logtally.rulesfile.YamlNode.Items;
import io.github.logtally.rulesfile.YamlNode.Text;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin;
import io.github.logtally.spi.Origin.Mistake;
import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An element while it is read: its settings as the one text that the core takes, and where they stand. */
final class ElementBuilder {
    /** Settings whose text is a list with commas; in the file also a list. */
    static final Set<String> LISTS = Set.of("level", "logger", "buckets", "quantiles", "exemplars", "allow", "zero");

    /** Settings whose text is a list of {@code key=value}; in the file also a list or a map. */
    static final Set<String> MAPS = Set.of("mdc", "field", "map");

    private final String kind;
    private final Position start;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Position> positions = new HashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    ElementBuilder(String kind, Position start) {
        this.kind = kind;
        this.start = start;
    }

    /** An element whose only purpose is to be refused with this message. */
    static Element refused(Position at, String message) {
        ElementBuilder element = new ElementBuilder("", at);
        element.mistake(at, "", message);
        return element.build();
    }

    Element build() {
        return new Element(kind, settings, children, new Origin(start, positions, mistakes));
    }

    void child(Element element) {
        children.add(element);
    }

    void mistake(Position at, String setting, String message) {
        mistakes.add(new Mistake(at, setting, message));
    }

    void mistakesOf(Entries map) {
        mistakes.addAll(map.mistakes());
    }

    void text(String setting, Position at, String text) {
        settings.put(setting, text);
        positions.put(setting, at);
    }

    /** Takes a setting as it is meant; one that is not among {@code known} the core refuses. */
    void setting(Entry entry, Collection<String> known) {
        String name = entry.name();
        Position at = entry.key().at();
        if (!known.contains(name)) {
            text(name, at, "");
        } else if (entry.value() instanceof Text text) {
            scalar(name, at, text);
        } else if (entry.value() instanceof Items list) {
            list(name, at, list);
        } else if (entry.value() instanceof Entries map) {
            map(name, at, map);
        }
    }

    private void scalar(String name, Position at, Text text) {
        text(name, at, isValue(name, text) ? text.value() : "");
    }

    /** Whether a scalar is not null, which is reported. */
    boolean isValue(String name, Text text) {
        if (text.isNull()) {
            mistake(
                    text.at(),
                    name,
                    text.value().isEmpty() || text.value().equals("~")
                            ? "has no value."
                            : text.value() + " is no value: put it in quotes where the text is meant.");
        }
        return !text.isNull();
    }

    private void list(String name, Position at, Items list) {
        boolean entries = MAPS.contains(name);
        if (!entries && !LISTS.contains(name)) {
            mistake(list.at(), name, "must be one text, not a list.");
            text(name, at, "");
            return;
        }
        List<String> texts = new ArrayList<>();
        for (YamlNode item : list.items()) {
            if (!(item instanceof Text text)) {
                mistake(item.at(), name, "an item of the list must be a text.");
            } else if (isValue(name, text)) {
                texts.add(entries ? CommaText.entry(text.value()) : CommaText.literally(text.value()));
            }
        }
        text(name, at, String.join(", ", texts));
    }

    private void map(String name, Position at, Entries map) {
        mistakesOf(map);
        if (!MAPS.contains(name)) {
            mistake(
                    map.at(),
                    name,
                    LISTS.contains(name) ? "must be a text or a list, not a map." : "must be one text, not a map.");
            text(name, at, "");
            return;
        }
        List<String> texts = new ArrayList<>();
        for (Entry entry : map.entries()) {
            if (!(entry.value() instanceof Text text)) {
                mistake(entry.value().at(), name, "a value in the map must be a text.");
            } else if (isValue(name, text)) {
                texts.add(CommaText.literally(entry.name()) + "=" + CommaText.literally(text.value()));
            }
        }
        text(name, at, String.join(", ", texts));
    }
}
