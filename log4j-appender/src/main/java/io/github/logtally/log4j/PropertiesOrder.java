package io.github.logtally.log4j;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.properties.PropertiesConfiguration;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * Puts the elements of a properties file into the order of their names: {@code appender.m.c1} before {@code appender.m.c2}.
 *
 * <p>Where two rules contend for one metric the first wins, so there must be a first. Log4j takes the elements in the
 * order of a hash table and forgets their names. They are found again by reading the file once more and looking, for
 * each name in turn, for the node that has what the file says.
 */
final class PropertiesOrder {
    private final Properties file;

    private PropertiesOrder(Properties file) {
        this.file = file;
    }

    /** Orders the children of an appender's node, and theirs, if they come from a properties file that can be read again. */
    static void restore(Configuration configuration, Node appender) {
        if (!(configuration instanceof PropertiesConfiguration)) {
            return;
        }
        try {
            Properties file = read(configuration.getConfigurationSource());
            if (file != null) {
                new PropertiesOrder(file).order(appender);
            }
        } catch (IOException | IllegalArgumentException e) {
            StatusLogger.getLogger()
                    .warn("Cannot read {} again: its rules are in no order", configuration.getConfigurationSource(), e);
        }
    }

    private static @Nullable Properties read(@Nullable ConfigurationSource source) throws IOException {
        ConfigurationSource again = source == null ? null : source.resetInputStream();
        if (again == null) {
            return null;
        }
        Properties file = new Properties();
        try (InputStream stream = again.getInputStream()) {
            file.load(stream);
        }
        return file;
    }

    private void order(Node appender) {
        for (String id : namesBelow("appender.")) {
            String prefix = "appender." + id + ".";
            String name = file.getProperty(prefix + "name");
            if (name != null && name.equals(appender.getAttributes().get("name"))) {
                orderChildren(appender, prefix);
                return;
            }
        }
    }

    private void orderChildren(Node node, String prefix) {
        List<Node> unplaced = new ArrayList<>(node.getChildren());
        List<Node> ordered = new ArrayList<>();
        for (String name : namesBelow(prefix)) {
            String childPrefix = prefix + name + ".";
            Node child = first(unplaced, childPrefix);
            if (child != null) {
                orderChildren(child, childPrefix);
                unplaced.remove(child);
                ordered.add(child);
            }
        }
        ordered.addAll(unplaced);
        node.getChildren().clear();
        node.getChildren().addAll(ordered);
    }

    private @Nullable Node first(List<Node> nodes, String prefix) {
        for (Node node : nodes) {
            if (isWrittenAt(prefix, node)) {
                return node;
            }
        }
        return null;
    }

    private boolean isWrittenAt(String prefix, Node node) {
        if (!node.getName().equals(file.getProperty(prefix + "type"))
                || !node.getAttributes().equals(attributesAt(prefix))) {
            return false;
        }
        for (String name : namesBelow(prefix)) {
            if (first(node.getChildren(), prefix + name + ".") == null) {
                return false;
            }
        }
        return true;
    }

    private Map<String, String> attributesAt(String prefix) {
        Map<String, String> attributes = new HashMap<>();
        for (String key : file.stringPropertyNames()) {
            if (key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0) {
                attributes.put(key.substring(prefix.length()), file.getProperty(key));
            }
        }
        attributes.remove("type");
        return attributes;
    }

    private SortedSet<String> namesBelow(String prefix) {
        SortedSet<String> names = new TreeSet<>();
        for (String key : file.stringPropertyNames()) {
            int end = key.startsWith(prefix) ? key.indexOf('.', prefix.length()) : -1;
            if (end > 0) {
                names.add(key.substring(prefix.length(), end));
            }
        }
        return names;
    }
}
