package io.github.logtally.logback;

/** {@code <summary>}: count and sum of a value, and quantiles. */
public final class Summary extends MetricElement {
    /** An element that states nothing yet. */
    public Summary() {
        super("Summary");
    }

    /**
     * The quantiles, {@code 0.5, 0.95, 0.99}.
     *
     * @param quantiles numbers between 0 and 1, comma separated
     */
    public void setQuantiles(String quantiles) {
        set("quantiles", quantiles);
    }

    /**
     * The time that quantiles look back: {@code 5m}.
     *
     * @param maxAge a duration of whole seconds
     */
    public void setMaxAge(String maxAge) {
        set("maxAge", maxAge);
    }
}
