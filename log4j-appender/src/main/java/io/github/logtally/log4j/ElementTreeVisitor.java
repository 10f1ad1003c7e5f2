package io.github.logtally.log4j;

import io.github.logtally.spi.Element;
import java.util.Iterator;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.visitors.AbstractPluginVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Gives a plugin the {@link ElementTree} of its node, and takes out of the node what Log4j would otherwise report as
 * unused. Public because Log4j creates it.
 *
 * <p>In the appender's own node it leaves what all of Log4j's appenders have: the name, {@code ignoreExceptions}, and the
 * filters. These it has Log4j create, which leaves the children of the appender alone ({@code deferChildren}).
 */
public final class ElementTreeVisitor extends AbstractPluginVisitor<ElementTree> {
    /** Called by Log4j, for each injection anew. */
    public ElementTreeVisitor() {
        super(ElementTree.class);
    }

    @Override
    public Element visit(Configuration configuration, Node node, @Nullable LogEvent event, StringBuilder log) {
        PropertiesOrder.restore(configuration, node);
        Element element = new NodeReader(text -> substitutor.replace(event, text)).read(node);
        if (NodeReader.isAppender(node)) {
            node.getAttributes().keySet().removeIf(name -> !NodeReader.isOfEveryAppender(name));
            createFilters(configuration, node, event);
        } else {
            node.getAttributes().clear();
            node.getChildren().clear();
        }
        log.append(element);
        return element;
    }

    private static void createFilters(Configuration configuration, Node node, @Nullable LogEvent event) {
        for (Iterator<Node> children = node.getChildren().iterator(); children.hasNext(); ) {
            Node child = children.next();
            if (NodeReader.isFilter(child)) {
                configuration.createConfiguration(child, event);
            } else {
                children.remove();
            }
        }
    }
}
