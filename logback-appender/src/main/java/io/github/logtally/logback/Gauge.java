package io.github.logtally.logback;

/** {@code <gauge>}: a value that goes up and down. */
public final class Gauge extends MetricElement {
    /** An element that states nothing yet. */
    public Gauge() {
        super("Gauge");
    }

    /**
     * {@code set}, {@code add}, {@code sub}, {@code max}, {@code min} a value; or {@code inc}, {@code dec}.
     *
     * @param operation one of these words; {@code set} by default
     */
    public void setOperation(String operation) {
        set("operation", operation);
    }
}
