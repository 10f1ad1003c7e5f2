package io.github.logtally.rules.fluentbit;

import io.github.logtally.rules.fluentbit.Section.Entry;
import io.github.logtally.rules.fluentbit.Section.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The YAML format: {@code pipeline} with its {@code filters}, and the filters that stand as {@code processors}. */
final class YamlFormat {
    private static final int MOST_CODE_POINTS = 16 << 20;

    private final ConfigFiles files;
    private final Path file;

    YamlFormat(ConfigFiles files, Path file) {
        this.files = files;
        this.file = file;
    }

    void read(String text) throws IOException {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(MOST_CODE_POINTS).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent()) {
                root(root.get());
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            files.trouble(place(line), "no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            files.trouble(place(1), "no YAML: " + e.getMessage());
        }
    }

    private void root(Node root) throws IOException {
        for (NodeTuple part : tuples(root)) {
            Node value = part.getValueNode();
            switch (key(part)) {
                case "env" ->
                    tuples(value)
                            .forEach(variable -> files.set(text(variable.getKeyNode()), text(variable.getValueNode())));
                case "includes" -> {
                    for (Node included : items(value)) {
                        files.include(file, text(included), place(included));
                    }
                }
                case "pipeline" -> pipeline(value);
                case "service",
                        "customs",
                        "plugins",
                        "parsers",
                        "multiline_parsers",
                        "stream_processor",
                        "upstream_servers" -> sections(key(part), value);
                default ->
                    files.trouble(place(part.getKeyNode()), "'" + text(part.getKeyNode()) + "' is not understood");
            }
        }
    }

    private void pipeline(Node pipeline) {
        for (NodeTuple part : tuples(pipeline)) {
            sections(key(part), part.getValueNode());
        }
    }

    /** The entries of a list, or the one mapping, as sections named in the singular: {@code filters} are FILTERs. */
    private void sections(String name, Node node) {
        String kind = name.endsWith("s") && !name.equals("service") ? name.substring(0, name.length() - 1) : name;
        for (Node item : items(node)) {
            if (item instanceof MappingNode) {
                section(kind.toUpperCase(Locale.ROOT), item);
            } else {
                files.trouble(place(item), "'" + text(item) + "' is not understood");
            }
        }
    }

    private void section(String kind, Node node) {
        List<Entry> entries = new ArrayList<>();
        List<Node> processors = new ArrayList<>();
        for (NodeTuple tuple : tuples(node)) {
            if (key(tuple).equals("processors")) {
                processors.add(tuple.getValueNode());
                continue;
            }
            for (Node item : items(tuple.getValueNode())) {
                entries.add(new Entry(key(tuple), text(item), line(tuple.getKeyNode())));
            }
        }
        files.add(new Section(kind, entries, place(node)));
        processors.forEach(this::processors);
    }

    private void processors(Node processors) {
        for (NodeTuple signal : tuples(processors)) {
            String kind = key(signal).equals("logs") ? "FILTER" : "PROCESSOR OF " + key(signal);
            for (Node item : items(signal.getValueNode())) {
                section(kind.toUpperCase(Locale.ROOT), item);
            }
        }
    }

    private static List<NodeTuple> tuples(Node node) {
        return node instanceof MappingNode mapping ? mapping.getValue() : List.of();
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    /** As in the classic format, where {@code metricName} is {@code metric_name}. */
    private static String key(NodeTuple tuple) {
        return text(tuple.getKeyNode()).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        return node instanceof SequenceNode ? "(a list)" : "(a mapping)";
    }

    private Place place(Node node) {
        return place(line(node));
    }

    private Place place(int line) {
        return new Place(ConfigFiles.nameOf(file), line);
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
