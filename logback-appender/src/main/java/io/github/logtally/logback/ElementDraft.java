package io.github.logtally.logback;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One element of the configuration while Logback, or a program, is still writing it. Nothing is judged here: the core
 * checks the whole tree when the appender starts. Confined to the thread that configures.
 */
final class ElementDraft {
    private final String kind;
    private final boolean known;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<ElementDraft> children = new ArrayList<>();

    ElementDraft(String kind) {
        this(kind, true);
    }

    private ElementDraft(String kind, boolean known) {
        this.kind = kind;
        this.known = known;
    }

    /** Sets it; the last value wins. */
    void set(String setting, String value) {
        settings.put(setting, value);
    }

    /**
     * Sets it, but keeps a second value as a setting of its own, which the core refuses: of two {@code <message>} in a
     * file neither may vanish silently.
     */
    void setOnce(String setting, String value) {
        settings.put(settings.containsKey(setting) ? setting + " (given twice)" : setting, value);
    }

    void add(ElementDraft child) {
        children.add(child);
    }

    /** Keeps child elements that Logback left out: the core refuses what they belong to and names the right ones. */
    void addIgnored(List<String> tags) {
        for (String tag : tags) {
            if (NestedTags.isMeant(tag)) {
                children.add(new ElementDraft(NestedTags.kindOf(tag), false));
            } else {
                settings.putIfAbsent(tag, "");
            }
        }
    }

    /** The kinds of elements in this tree that say nothing at all, in their order. */
    List<String> emptyElements() {
        List<String> empty = new ArrayList<>();
        for (ElementDraft child : children) {
            if (child.known && child.settings.isEmpty() && child.children.isEmpty()) {
                empty.add(child.kind);
            }
            empty.addAll(child.emptyElements());
        }
        return empty;
    }

    Element build() {
        return new Element(
                kind, settings, children.stream().map(ElementDraft::build).toList());
    }
}
