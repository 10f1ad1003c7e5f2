package io.github.logtally.logback;

/** {@code <gauge>}: a value that goes up and down. */
public final class Gauge extends MetricElement {
    /** An element that states nothing yet. */
    public Gauge() {
        super("Gauge");
    }

    /** {@code set}, {@code add}, {@code sub}, {@code max}, {@code min} a value; or {@code inc}, {@code dec}. */
    public void setOperation(String operation) {
        set("operation", operation);
    }
}
