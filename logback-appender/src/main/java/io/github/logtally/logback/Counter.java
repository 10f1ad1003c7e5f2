package io.github.logtally.logback;

/** {@code <counter>}: counts events, or adds up a value of them. */
public final class Counter extends MetricElement {
    /** An element that states nothing yet. */
    public Counter() {
        super("Counter");
    }
}
