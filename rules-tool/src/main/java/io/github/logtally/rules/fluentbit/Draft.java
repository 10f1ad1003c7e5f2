package io.github.logtally.rules.fluentbit;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule while it is being translated, with what its user should know. */
final class Draft {
    private Element element;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<String> unneeded = new ArrayList<>();
    private final List<String> assumed = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> mends = new ArrayList<>();

    Draft(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    void set(String setting, String value) {
        element = element.with(setting, value);
    }

    /** Sets the labels, by their names what each of them reads. */
    void setLabels(Map<String, String> values) {
        labels.putAll(values);
        if (!values.isEmpty()) {
            List<String> list = new ArrayList<>();
            values.forEach((name, value) -> list.add(name + "=" + value));
            set("labels", String.join(", ", list));
        }
    }

    Map<String, String> labels() {
        return labels;
    }

    void child(Element child) {
        element = element.child(child);
    }

    /** Notes a key that has no counterpart and needs none. */
    void unneeded(String words) {
        unneeded.add(words);
    }

    /** Notes a field that is taken for an entry of the MDC. */
    void assumed(String words) {
        assumed.add(words);
    }

    /** Says something: a key without a counterpart, or what was assumed. */
    void note(String words) {
        notes.add(words);
    }

    /** Says what must be mended before the rule counts what Fluent Bit counts. Until then it is not to run. */
    void mend(String words) {
        mends.add(words);
    }

    List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (!assumed.isEmpty()) {
            all.add("Taken for the MDC: " + String.join("; ", assumed));
        }
        if (!unneeded.isEmpty()) {
            all.add("No counterpart: " + String.join("; ", unneeded));
        }
        return all;
    }

    List<String> mends() {
        return mends;
    }
}
