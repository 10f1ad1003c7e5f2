package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin;
import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the Logtally appenders in Logback's XML, as Logback and the appender read them: settings are child elements with text, no
 * attribute counts, an empty element is as good as none, and of an unknown one the name is all that is left.
 */
final class LogbackFile {
    private static final String APPENDER = "io.github.logtally.logback.LogtallyAppender";
    private static final List<String> KINDS = List.of("Counter", "Gauge", "Histogram", "Summary", "Label", "Exclude");
    private static final List<String> RULES = KINDS.subList(0, 4);

    /** What Logback takes itself wherever it stands. */
    private static final Set<String> OF_LOGBACK = Set.of(
            "property",
            "variable",
            "substitutionproperty",
            "param",
            "if",
            "condition",
            "appender",
            "sift",
            "filter",
            "include");

    private final Variables variables = new Variables();
    private final List<String> mistakes = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private String appenderName = "";

    private LogbackFile() {}

    static List<FoundAppender> read(XmlElement root) {
        LogbackFile file = new LogbackFile();
        root.forEach(file::property);
        List<FoundAppender> found = new ArrayList<>();
        root.forEach(element -> {
            if (element.is("appender") && APPENDER.equals(element.attribute("class"))) {
                found.add(file.appender(element));
            }
        });
        return found;
    }

    private void property(XmlElement element) {
        String name = element.attribute("name");
        String value = element.attribute("value");
        if (name != null && value != null && (element.is("property") || element.is("variable"))) {
            variables.set(name, value);
        }
    }

    private FoundAppender appender(XmlElement element) {
        mistakes.clear();
        notes.clear();
        String name = element.attribute("name");
        appenderName = name == null ? "logtally" : variables.resolve(name);
        Element read = element(element, "Logtally");
        return new FoundAppender(appenderName, read, KnownLevels.OF_LOGBACK, List.copyOf(mistakes), List.copyOf(notes));
    }

    private Element element(XmlElement xml, String kind) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Position> places = new HashMap<>();
        List<Element> children = new ArrayList<>();
        List<XmlElement> ignored = new ArrayList<>();
        for (XmlElement child : xml.children()) {
            String tag = child.name().isEmpty()
                    ? ""
                    : child.name().substring(0, 1).toLowerCase(Locale.ROOT)
                            + child.name().substring(1);
            if (OF_LOGBACK.contains(tag.toLowerCase(Locale.ROOT)) || (kind.equals("Logtally") && tag.equals("name"))) {
                if (!tag.equals("filter") && !tag.equals("name")) {
                    notes.add(child.at().text() + ": " + child.name() + " is Logback's and not looked into");
                }
            } else if (nested(kind).contains(tag)) {
                Element nested = element(child, capital(tag));
                children.add(nested);
                if (nested.settings().isEmpty() && nested.children().isEmpty()) {
                    mistakes.add(child.at().text() + ": Appender [" + appenderName + "]: a " + nested.kind()
                            + " is empty. Logback reads no XML attributes here; write each setting as a child element, such as"
                            + " <name>..</name>.");
                }
            } else if (settingsOf(kind).contains(tag)) {
                setting(settings, places, tag, child);
            } else {
                ignored.add(child);
            }
        }
        for (XmlElement child : ignored) {
            if (NestedTag.isMeant(child.name())) {
                children.add(new Element(
                        NestedTag.kindOf(child.name()),
                        Map.of(),
                        List.of(),
                        new Origin(child.at(), Map.of(), List.of())));
            } else {
                settings.putIfAbsent(child.name(), "");
                places.putIfAbsent(child.name(), child.at());
            }
        }
        return new Element(kind, settings, children, new Origin(xml.at(), places, List.of()));
    }

    private void setting(Map<String, String> settings, Map<String, Position> places, String tag, XmlElement child) {
        String text = child.text();
        if (text.isEmpty()) {
            return;
        }
        if (!LogbackText.isBalanced(text)) {
            mistakes.add(child.at().text() + ": " + tag
                    + ": a brace has no partner, and Logback stumbles over it. In a regular expression write \\x7B for \\{ and"
                    + " \\x7D for \\}.");
            return;
        }
        String resolved = LogbackText.cut(variables.resolve(text));
        if (!resolved.equals(variables.resolve(text))) {
            mistakes.add(
                    child.at().text() + ": " + tag + ": Logback cuts it at the :- that stands outside of braces. In a"
                            + " regular expression write :[-].");
        }
        String name = settings.containsKey(tag) ? tag + " (given twice)" : tag;
        settings.put(name, resolved);
        places.put(name, child.at());
    }

    private static List<String> nested(String kind) {
        if (kind.equals("Logtally")) {
            return List.of("counter", "gauge", "histogram", "summary");
        }
        return RULES.contains(kind) ? List.of("label", "exclude") : List.of();
    }

    private static List<String> settingsOf(String kind) {
        List<String> names = new ArrayList<>();
        if (kind.equals("Logtally")) {
            names.addAll(SettingName.APPENDER);
            names.addAll(SettingName.LIMITS);
        } else if (kind.equals("Label")) {
            names.addAll(SettingName.LABEL);
        } else {
            names.addAll(SettingName.CONDITIONS);
            if (RULES.contains(kind)) {
                names.addAll(SettingName.METRIC);
                names.addAll(SettingName.LIMITS);
                names.addAll(SettingName.OF_KIND.getOrDefault(kind, List.of()));
            }
        }
        return names;
    }

    private static String capital(String tag) {
        return tag.substring(0, 1).toUpperCase(Locale.ROOT) + tag.substring(1);
    }
}
