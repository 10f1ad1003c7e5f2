package io.github.logtally.rules.check;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.Origin;
import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the Logtally appenders in Log4j's XML, as Log4j and the appender read them: names in any case, an unknown element with
 * nothing in it as an attribute, settings in the order of their names.
 */
final class Log4jFile {
    private static final List<String> KINDS = List.of("Counter", "Gauge", "Histogram", "Summary", "Label", "Exclude");
    private static final String APPENDER = "Logtally";

    private final Variables variables = new Variables();
    private final Map<String, Integer> levels = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private Log4jFile() {}

    static List<FoundAppender> read(XmlElement root) {
        Log4jFile file = new Log4jFile();
        root.forEach(file::declaration);
        List<FoundAppender> found = new ArrayList<>();
        root.forEach(element -> {
            if (isAppender(element)) {
                found.add(file.appender(element));
            }
        });
        return found;
    }

    /** In its strict format, Log4j has the kind of an appender in an attribute. */
    private static boolean isAppender(XmlElement element) {
        return element.is(APPENDER) || (element.is("Appender") && APPENDER.equalsIgnoreCase(element.attribute("type")));
    }

    private void declaration(XmlElement element) {
        String name = element.attribute("name");
        if (name == null) {
            return;
        }
        String value = element.attribute("value");
        if (element.is("Property")) {
            variables.set(name, value == null ? element.text() : value);
        } else if (element.is("CustomLevel")) {
            String number = element.attribute("intLevel");
            if (number != null && number.matches("\\d{1,9}")) {
                levels.put(name.toUpperCase(Locale.ROOT), Integer.valueOf(number));
            }
        }
    }

    private FoundAppender appender(XmlElement element) {
        notes.clear();
        String name = element.attribute("name");
        Element read = element(element, true);
        return new FoundAppender(
                name == null ? "" : variables.resolve(name),
                read,
                KnownLevels.ofLog4j(levels),
                List.of(),
                List.copyOf(notes));
    }

    private Element element(XmlElement xml, boolean appender) {
        Map<String, String> attributes = new TreeMap<>(xml.attributes());
        Map<String, Position> places = new HashMap<>();
        List<XmlElement> nodes = new ArrayList<>();
        for (XmlElement child : xml.children()) {
            if (isKind(child) || isFilter(child)) {
                nodes.add(child);
            } else if (child.children().isEmpty()) {
                attributes.put(child.name(), child.text());
                places.put(child.name(), child.at());
            } else {
                notes.add(
                        child.at().text() + ": Log4j does not know the element " + child.name() + " and leaves it out");
            }
        }
        Map<String, String> settings = new TreeMap<>();
        List<Element> children = new ArrayList<>();
        attributes.forEach((name, value) -> {
            String canonical = SettingName.of(name);
            if (name.startsWith("xml:") || (appender && isOfEveryAppender(name))) {
                return;
            }
            if (value.isEmpty() && Character.isUpperCase(name.charAt(0)) && canonical.equals(name)) {
                children.add(at(new Element(name, Map.of(), List.of()), places.getOrDefault(name, xml.at())));
                return;
            }
            settings.put(attributes.containsKey(canonical) ? name : canonical, variables.resolve(value));
        });
        for (XmlElement node : nodes) {
            if (!appender || !isFilter(node)) {
                children.add(element(node, false));
            }
        }
        return at(new Element(kind(xml, appender), settings, children), xml.at());
    }

    private static Element at(Element element, Position start) {
        return new Element(
                element.kind(), element.settings(), element.children(), new Origin(start, Map.of(), List.of()));
    }

    private static boolean isOfEveryAppender(String name) {
        return name.equalsIgnoreCase("name")
                || name.equalsIgnoreCase("ignoreExceptions")
                || name.equalsIgnoreCase("type");
    }

    private static boolean isKind(XmlElement element) {
        return KINDS.stream().anyMatch(element::is);
    }

    /** Log4j's filters, and those of the application by the usual end of their names. */
    private static boolean isFilter(XmlElement element) {
        return element.name().endsWith("Filter") || element.is("Filters");
    }

    private static String kind(XmlElement element, boolean appender) {
        return appender
                ? APPENDER
                : KINDS.stream().filter(element::is).findFirst().orElse(element.name());
    }
}
