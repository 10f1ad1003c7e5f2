package io.github.logtally.release;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The API of a bundle as text that a reviewer can read: what it exports, one element a line, indented below what it belongs to. A
 * line ends with what it means to lose the element where that is less than a break.
 */
final class Api {
    /** No type ever loses them, and what they look like depends on the JDK that reads the jar, as {@code CLASS_VERSION} does. */
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("clone()", "equals(java.lang.Object)", "finalize()", "hashCode()", "toString()");

    private static final String INDENT = "  ";
    private static final String LOSS = " | loss: ";

    private Api() {}

    static Tree of(Jar bundle) {
        try {
            DiffPluginImpl differ = new DiffPluginImpl();
            return differ.deserialize(pruned(differ.tree(bundle).get("<api>").serialize()));
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read the API of " + bundle.getName(), e);
        }
    }

    private static Tree.Data pruned(Tree.Data element) {
        element.children = Stream.of(element.children)
                .filter(child -> child.type != Type.CLASS_VERSION
                        && (child.type != Type.METHOD || !OF_EVERY_OBJECT.contains(child.name)))
                .map(Api::pruned)
                .toArray(Tree.Data[]::new);
        return element;
    }

    static String write(Tree api) {
        StringBuilder text = new StringBuilder();
        for (Tree element : api.getChildren()) {
            write(element, 0, text);
        }
        return text.toString();
    }

    private static void write(Tree element, int depth, StringBuilder text) {
        text.append(INDENT.repeat(depth)).append(element.getType()).append(' ').append(element.getName());
        if (element.ifRemoved() != Delta.MAJOR) {
            text.append(LOSS).append(element.ifRemoved());
        }
        text.append('\n');
        for (Tree child : element.getChildren()) {
            write(child, depth + 1, text);
        }
    }

    static Tree read(String text) {
        Deque<Node> path = new ArrayDeque<>();
        path.push(new Node(element(Type.API, "<api>", Delta.CHANGED), new ArrayList<>()));
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            int depth = (line.length() - line.stripLeading().length()) / INDENT.length();
            while (path.size() > depth + 1) {
                close(path);
            }
            path.push(new Node(element(line.strip()), new ArrayList<>()));
        });
        while (path.size() > 1) {
            close(path);
        }
        try {
            return new DiffPluginImpl().deserialize(path.pop().closed());
        } catch (Exception e) {
            throw new IllegalArgumentException("Not the text of an API", e);
        }
    }

    private static void close(Deque<Node> path) {
        Tree.Data closed = path.pop().closed();
        path.element().children.add(closed);
    }

    private static Tree.Data element(String line) {
        int loss = line.indexOf(LOSS);
        String name = loss < 0 ? line : line.substring(0, loss);
        int space = name.indexOf(' ');
        return element(
                Type.valueOf(name.substring(0, space)),
                name.substring(space + 1),
                loss < 0 ? Delta.MAJOR : Delta.valueOf(line.substring(loss + LOSS.length())));
    }

    private static Tree.Data element(Type type, String name, Delta loss) {
        Tree.Data element = new Tree.Data();
        element.type = type;
        element.name = name;
        element.rem = loss;
        // What a gain means is asked of the newer API, never of one that was read
        element.add = Delta.MINOR;
        return element;
    }

    private record Node(Tree.Data element, List<Tree.Data> children) {
        Tree.Data closed() {
            element.children = children.toArray(Tree.Data[]::new);
            return element;
        }
    }
}
