package io.github.logtally.config;

import io.github.logtally.spi.Element;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known settings of one element, trimmed. Whatever is wrong with one is reported, and it then counts as absent. */
final class Settings {
    /** Turns the text of a setting into what it means. */
    interface Reader<T> {
        T read(String text) throws Mistake;
    }

    private final Map<String, String> texts;
    private final Report report;

    private Settings(Map<String, String> texts, Report report) {
        this.texts = texts;
        this.report = report;
    }

    /**
     * The settings of {@code element}; those that it does not have are reported.
     *
     * @param what the element in words, with its article
     * @param known the settings it has
     */
    static Settings of(Element element, String what, Collection<String> known, Report report) {
        Map<String, String> texts = new HashMap<>();
        element.settings().forEach((name, text) -> {
            if (known.contains(name)) {
                texts.put(name, text.trim());
            } else {
                report.say(name.isEmpty() ? "''" : Words.cut(name), unknown(name, what, known));
            }
        });
        return new Settings(texts, report);
    }

    private static String unknown(String name, String what, Collection<String> known) {
        List<String> elsewhere = Vocabulary.elementsWith(name);
        if (!elsewhere.isEmpty()) {
            return what + " has no such setting: it belongs to " + String.join(", ", elsewhere) + ".";
        }
        return what + " has no such setting" + Words.didYouMean(name, known) + " Its settings are " + Words.list(known)
                + ".";
    }

    Report report() {
        return report;
    }

    boolean has(String name) {
        return texts.containsKey(name);
    }

    /** The trimmed text of a setting, or null where it is absent. */
    @Nullable
    String text(String name) {
        return texts.get(name);
    }

    /** The trimmed text of a setting, or null where it is absent or, with a report, empty. */
    @Nullable
    String nonEmpty(String name) {
        return read(name, Settings::requireText);
    }

    /** What a setting means to {@code reader}, or null where it is absent or, with a report, wrong. */
    <T> @Nullable T read(String name, Reader<T> reader) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.read(text);
        } catch (Mistake mistake) {
            report.say(name, mistake.words());
            return null;
        }
    }

    /** What a setting means to {@code reader}, or {@code fallback} where it is absent or, with a report, wrong. */
    <T> T read(String name, Reader<T> reader, T fallback) {
        T value = read(name, reader);
        return value == null ? fallback : value;
    }

    static String requireText(String text) throws Mistake {
        if (text.isEmpty()) {
            throw new Mistake("is empty.");
        }
        return text;
    }
}
