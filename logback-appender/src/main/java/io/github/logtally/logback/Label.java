package io.github.logtally.logback;

/** {@code <label>}: one label of a rule and what keeps its values few. */
public final class Label extends NestedElement {
    /** An element that states nothing yet. */
    public Label() {
        super("Label");
    }

    /**
     * The label's name.
     *
     * @param name a name that Prometheus allows
     */
    public void setName(String name) {
        set("name", name);
    }

    /**
     * Where its value comes from, {@code {status}}.
     *
     * @param value text with references
     */
    public void setValue(String value) {
        set("value", value);
    }

    /**
     * Globs and results, {@code 2??=ok, *=other}; the first hit wins.
     *
     * @param map globs and results, comma separated
     */
    public void setMap(String map) {
        set("map", map);
    }

    /**
     * A regex; what it finds is replaced everywhere in the value.
     *
     * @param replace a {@code java.util.regex} pattern
     */
    public void setReplace(String replace) {
        set("replace", replace);
    }

    /**
     * The literal text that takes the place of what {@code replace} finds.
     *
     * @param with the text; a reference in it is taken literally
     */
    public void setWith(String with) {
        set("with", with);
    }

    /**
     * The values allowed, comma separated; anything else is {@code other}.
     *
     * @param allow values
     */
    public void setAllow(String allow) {
        set("allow", allow);
    }

    /**
     * How many different values it has at most.
     *
     * @param maxValues a number from 1
     */
    public void setMaxValues(String maxValues) {
        set("maxValues", maxValues);
    }

    /**
     * Values whose series are present at 0 from the start, comma separated.
     *
     * @param zero values
     */
    public void setZero(String zero) {
        set("zero", zero);
    }

    /**
     * Characters of a value.
     *
     * @param maxLabelLength a number from 1; longer values are cut
     */
    public void setMaxLabelLength(String maxLabelLength) {
        set("maxLabelLength", maxLabelLength);
    }
}
