package io.github.logtally.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric as its first rule defines it.
 *
 * @param name the full name, namespace included, as the user wrote it ({@code http_requests_total})
 * @param kind its kind
 * @param help its help text, never empty
 * @param unit unit in the metadata, or null
 * @param labels the label names in their order, with their bounds
 * @param buckets upper bounds of a classic histogram, ascending, without infinity; empty unless a classic histogram
 * @param nativeHistogram whether a histogram is a native one
 * @param quantiles quantiles of a summary, ascending; empty for none
 * @param maxAge sliding window of the quantiles
 * @param maxSeries series before overflow
 * @param onLimit what becomes of an event beyond a bound
 * @param expireAfter idle time after which a series goes, or null for never
 * @param exemplars whether its series keep exemplars
 */
public record MetricDefinition(
        String name,
        MetricKind kind,
        String help,
        @Nullable String unit,
        List<LabelBound> labels,
        List<Double> buckets,
        boolean nativeHistogram,
        List<Double> quantiles,
        Duration maxAge,
        int maxSeries,
        OnLimit onLimit,
        @Nullable Duration expireAfter,
        boolean exemplars) {
    /**
     * A label's name and bounds of its own, 0 for none.
     *
     * @param maxValues how many different values it may have
     * @param maxSeries how many series may have one and the same value of it
     */
    public record LabelBound(String name, int maxValues, int maxSeries) {
        public LabelBound(String name, int maxValues) {
            this(name, maxValues, 0);
        }

        /** These bounds, and those of {@code other} where there are none. */
        LabelBound or(LabelBound other) {
            return new LabelBound(
                    name, maxValues > 0 ? maxValues : other.maxValues, maxSeries > 0 ? maxSeries : other.maxSeries);
        }
    }

    public MetricDefinition {
        labels = List.copyOf(labels);
        buckets = List.copyOf(buckets);
        quantiles = List.copyOf(quantiles);
    }

    /** The label names in their order. */
    public List<String> labelNames() {
        return labels.stream().map(LabelBound::name).toList();
    }

    /** This metric with its labels in another order, or with other bounds. */
    MetricDefinition withLabels(List<LabelBound> others) {
        return new MetricDefinition(
                name,
                kind,
                help,
                unit,
                others,
                buckets,
                nativeHistogram,
                quantiles,
                maxAge,
                maxSeries,
                onLimit,
                expireAfter,
                exemplars);
    }

    /**
     * Whether rules of both can feed one metric: name, kind, set of labels, buckets, quantiles and window agree. What only
     * describes (help, unit) or bounds (series, values, expiry, exemplars) is then taken from the first.
     */
    public boolean sharesWith(MetricDefinition other) {
        return name.equals(other.name)
                && kind == other.kind
                && java.util.Set.copyOf(labelNames()).equals(java.util.Set.copyOf(other.labelNames()))
                && buckets.equals(other.buckets)
                && nativeHistogram == other.nativeHistogram
                && quantiles.equals(other.quantiles)
                && maxAge.equals(other.maxAge);
    }
}
