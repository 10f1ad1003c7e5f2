package io.github.logtally.logback;

/** {@code <histogram>}: the distribution of a value, in buckets. */
public final class Histogram extends MetricElement {
    /** An element that states nothing yet. */
    public Histogram() {
        super("Histogram");
    }

    /**
     * Upper bounds: a list, {@code exponential(start, factor, count)} or {@code linear(start, width, count)}.
     *
     * @param buckets bounds in the base unit
     */
    public void setBuckets(String buckets) {
        set("buckets", buckets);
    }

    /**
     * {@code true} for a native histogram.
     *
     * @param nativeBuckets {@code true} or {@code false}
     */
    public void setNative(String nativeBuckets) {
        set("native", nativeBuckets);
    }
}
