package io.github.logtally.log4j;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.core.Filter;
import org.apache.logging.log4j.core.config.Node;

/**
 * Reads the nodes below an appender, whichever format they were written in. Takes everything and judges nothing, so that
 * the core sees what Log4j did not understand, too.
 */
final class NodeReader {
    private final UnaryOperator<String> substitution;

    /** A reader that resolves the lookups in each value with {@code substitution}. */
    NodeReader(UnaryOperator<String> substitution) {
        this.substitution = substitution;
    }

    /**
     * The tree of this node, without what all of Log4j's appenders have. Settings are in the order of their names: Log4j
     * keeps none.
     */
    Element read(Node node) {
        Map<String, String> settings = new TreeMap<>();
        List<Element> children = new ArrayList<>();
        node.getAttributes().forEach((name, value) -> {
            if (value == null || isXmlOwn(name) || (isAppender(node) && isOfEveryAppender(name))) {
                return;
            }
            if (isMisspeltElement(name, value)) {
                children.add(Element.of(name));
            } else {
                settings.put(nameIn(node, name), substitution.apply(value));
            }
        });
        for (Node child : node.getChildren()) {
            if (isText(child)) {
                settings.putIfAbsent(SettingNames.canonical(child.getName()), substitution.apply(child.getValue()));
            } else if (!isAppender(node) || !isFilter(child)) {
                children.add(read(child));
            }
        }
        return new Element(kind(node), settings, children);
    }

    /** As the core writes it, unless it is there in that way, too: then this one is a mistake. */
    private static String nameIn(Node node, String attribute) {
        String canonical = SettingNames.canonical(attribute);
        return node.getAttributes().containsKey(canonical) ? attribute : canonical;
    }

    /** Whether this is an attribute that all of Log4j's appenders have. */
    static boolean isOfEveryAppender(String attribute) {
        return attribute.equalsIgnoreCase("name") || attribute.equalsIgnoreCase("ignoreExceptions");
    }

    /** Whether this is the node of our appender. */
    static boolean isAppender(Node node) {
        return node.getType() != null && node.getType().getPluginClass() == LogtallyAppender.class;
    }

    /** Whether this is one of Log4j's filters, or several in {@code <Filters>}. */
    static boolean isFilter(Node node) {
        return node.getType() != null
                && Filter.class.isAssignableFrom(node.getType().getPluginClass());
    }

    private static boolean isElement(Node node) {
        return node.getType() != null
                && RuleElement.class.isAssignableFrom(node.getType().getPluginClass());
    }

    /** Namespaces and what XInclude adds. */
    private static boolean isXmlOwn(String attribute) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:") || attribute.startsWith("xml:");
    }

    /** An XML element of an unknown name and without content comes as an empty attribute; what it had is lost. */
    private static boolean isMisspeltElement(String attribute, String value) {
        return value.isEmpty()
                && !attribute.isEmpty()
                && Character.isUpperCase(attribute.charAt(0))
                && SettingNames.canonical(attribute).equals(attribute);
    }

    /**
     * Whether this is a setting written as an XML element with text. Log4j makes an attribute of it, but not where some
     * plugin has its name, as {@code <replace>}.
     */
    private static boolean isText(Node node) {
        String text = node.getValue();
        return text != null
                && !text.isEmpty()
                && !isElement(node)
                && node.getAttributes().isEmpty()
                && node.getChildren().isEmpty();
    }

    private static String kind(Node node) {
        if (isAppender(node)) {
            return LogtallyAppender.PLUGIN_NAME;
        }
        return isElement(node) ? node.getType().getPluginClass().getSimpleName() : node.getName();
    }
}
