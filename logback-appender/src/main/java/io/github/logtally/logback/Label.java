package io.github.logtally.logback;

/** {@code <label>}: one label of a rule and what keeps its values few. */
public final class Label extends NestedElement {
    /** An element that states nothing yet. */
    public Label() {
        super("Label");
    }

    /** The label's name. */
    public void setName(String name) {
        set("name", name);
    }

    /** Where its value comes from, {@code {status}}. */
    public void setValue(String value) {
        set("value", value);
    }

    /** Globs and results, {@code 2??=ok, *=other}; the first hit wins. */
    public void setMap(String map) {
        set("map", map);
    }

    /** A regex; what it finds is replaced everywhere in the value. */
    public void setReplace(String replace) {
        set("replace", replace);
    }

    /** The literal text that takes the place of what {@code replace} finds. */
    public void setWith(String with) {
        set("with", with);
    }

    /** The values allowed, comma separated; anything else is {@code other}. */
    public void setAllow(String allow) {
        set("allow", allow);
    }

    /** How many different values it has at most. */
    public void setMaxValues(String maxValues) {
        set("maxValues", maxValues);
    }

    /** Values whose series are present at 0 from the start, comma separated. */
    public void setZero(String zero) {
        set("zero", zero);
    }

    /** Characters of a value. */
    public void setMaxLabelLength(String maxLabelLength) {
        set("maxLabelLength", maxLabelLength);
    }
}
