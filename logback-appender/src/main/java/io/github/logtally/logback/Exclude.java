package io.github.logtally.logback;

/** {@code <exclude>}: a rule does not count an event that meets all of this. */
public final class Exclude extends ConditionElement {
    /** An element that states nothing yet. */
    public Exclude() {
        super("Exclude");
    }
}
