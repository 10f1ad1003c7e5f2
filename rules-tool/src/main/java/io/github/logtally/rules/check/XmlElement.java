package io.github.logtally.rules.check;

import io.github.logtally.spi.Origin.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file.
 *
 * @param attributes by their names as written, in no namespace or with its prefix
 * @param at where it begins
 */
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder characters, Position at) {
    XmlElement(String name, Map<String, String> attributes, Position at) {
        this(name, attributes, new ArrayList<>(), new StringBuilder(), at);
    }

    String text() {
        return characters.toString().trim();
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** An attribute, whatever its case, or null. */
    @Nullable
    String attribute(String wanted) {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
                return attribute.getValue();
            }
        }
        return null;
    }

    /** This element and all below it, from the top. */
    void forEach(Consumer<XmlElement> action) {
        action.accept(this);
        children.forEach(child -> child.forEach(action));
    }
}
