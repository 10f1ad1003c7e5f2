package io.github.logtally.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One element of a configuration as the user wrote it, nothing checked: the appender itself, a rule, a {@code Label} or
 * an {@code Exclude}. Whatever front end read it, the core checks the whole tree at once and reports every mistake.
 *
 * <p>Immutable; {@link #with} and {@link #child} return copies, so that a tree can be written in one expression:
 *
 * <pre>{@code
 * Element.of("Counter").with("name", "orders_total").with("message", "Order {id} placed")
 * }</pre>
 *
 * @param kind {@code Logtally}, {@code Counter}, {@code Gauge}, {@code Histogram}, {@code Summary}, {@code Label} or
 *     {@code Exclude}; anything else is kept and reported
 * @param settings raw text by the name of the setting, in the order written; unknown names are kept and reported
 * @param children nested elements in their order
 * @param origin where it was written, or null where nobody knows
 */
@ProviderType
public record Element(String kind, Map<String, String> settings, List<Element> children, @Nullable Origin origin) {
    /**
     * An element that has copies of the settings and of the children.
     *
     * @param kind as in {@link #kind}
     * @param settings as in {@link #settings}
     * @param children as in {@link #children}
     * @param origin as in {@link #origin}
     */
    public Element {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        children = List.copyOf(children);
    }

    /**
     * An element that was written nobody knows where.
     *
     * @param kind as in {@link #kind}
     * @param settings as in {@link #settings}
     * @param children as in {@link #children}
     */
    public Element(String kind, Map<String, String> settings, List<Element> children) {
        this(kind, settings, children, null);
    }

    /**
     * An element without settings or children.
     *
     * @param kind its kind, as in {@link #kind}
     * @return the element
     */
    public static Element of(String kind) {
        return new Element(kind, Map.of(), List.of());
    }

    /**
     * This element with one setting more, or another value of it.
     *
     * @param setting the name of the setting
     * @param value its raw text
     * @return the copy that has it
     */
    public Element with(String setting, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(setting, value);
        return new Element(kind, more, children, origin);
    }

    /**
     * This element with one child more, at the end.
     *
     * @param element the child
     * @return the copy that has it
     */
    public Element child(Element element) {
        List<Element> more = new ArrayList<>(children);
        more.add(element);
        return new Element(kind, settings, more, origin);
    }

    // Written out: for what it makes itself, the JDK keeps the class loader of a component's type

    /** Whether both say the same, wherever they were written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Element that
                && kind.equals(that.kind)
                && settings.equals(that.settings)
                && children.equals(that.children);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, settings, children);
    }

    @Override
    public String toString() {
        return "Element[kind=" + kind + ", settings=" + settings + ", children=" + children + "]";
    }
}
