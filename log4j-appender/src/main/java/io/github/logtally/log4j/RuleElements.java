package io.github.logtally.log4j;

import io.github.logtally.spi.Element;
import org.apache.logging.log4j.core.config.Node;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;

/**
 * The names of the elements inside {@code <Logtally>}. Log4j has to know them: an XML element that is no plugin it takes
 * for an attribute of its parent.
 *
 * <p>The appender reads the nodes itself. The factories run only for an element that stands somewhere else, where Log4j
 * then says that it does not belong.
 */
final class RuleElements {
    private RuleElements() {}

    /** Adds to a counter for each event. */
    @Plugin(name = "Counter", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Counter(Element element) implements RuleElement {
        @PluginFactory
        static Counter create(@ElementTree Element element) {
            return new Counter(element);
        }
    }

    /** Sets or moves a gauge with each event. */
    @Plugin(name = "Gauge", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Gauge(Element element) implements RuleElement {
        @PluginFactory
        static Gauge create(@ElementTree Element element) {
            return new Gauge(element);
        }
    }

    /** Observes a value of each event in a histogram. */
    @Plugin(name = "Histogram", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Histogram(Element element) implements RuleElement {
        @PluginFactory
        static Histogram create(@ElementTree Element element) {
            return new Histogram(element);
        }
    }

    /** Observes a value of each event in a summary. */
    @Plugin(name = "Summary", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Summary(Element element) implements RuleElement {
        @PluginFactory
        static Summary create(@ElementTree Element element) {
            return new Summary(element);
        }
    }

    /** A label of a rule. */
    @Plugin(name = "Label", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Label(Element element) implements RuleElement {
        @PluginFactory
        static Label create(@ElementTree Element element) {
            return new Label(element);
        }
    }

    /** What a rule does not count. */
    @Plugin(name = "Exclude", category = Node.CATEGORY, deferChildren = true, printObject = true)
    record Exclude(Element element) implements RuleElement {
        @PluginFactory
        static Exclude create(@ElementTree Element element) {
            return new Exclude(element);
        }
    }
}
