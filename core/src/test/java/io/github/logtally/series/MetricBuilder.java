package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.MetricDefinition.LabelBound;
import io.github.logtally.config.MetricKind;
import io.github.logtally.config.OnLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions of metrics for tests, with the defaults that users get. */
public final class MetricBuilder {
    private final String name;
    private final MetricKind kind;
    private final List<LabelBound> labels = new ArrayList<>();
    private String help = "help";
    private @Nullable String unit;
    private List<Double> buckets = List.of();
    private boolean nativeHistogram;
    private List<Double> quantiles = List.of();
    private int maxSeries = 1000;
    private OnLimit onLimit = OnLimit.OVERFLOW;
    private @Nullable Duration expireAfter;
    private boolean exemplars;

    private MetricBuilder(String name, MetricKind kind) {
        this.name = name;
        this.kind = kind;
        this.buckets = kind == MetricKind.HISTOGRAM ? List.of(0.1, 1.0) : List.of();
    }

    public static MetricBuilder counter(String name) {
        return new MetricBuilder(name, MetricKind.COUNTER);
    }

    public static MetricBuilder gauge(String name) {
        return new MetricBuilder(name, MetricKind.GAUGE);
    }

    public static MetricBuilder histogram(String name) {
        return new MetricBuilder(name, MetricKind.HISTOGRAM);
    }

    public static MetricBuilder summary(String name) {
        return new MetricBuilder(name, MetricKind.SUMMARY);
    }

    public MetricBuilder labels(String... names) {
        for (String label : names) {
            labels.add(new LabelBound(label, 0));
        }
        return this;
    }

    public MetricBuilder label(String label, int maxValues) {
        return label(label, maxValues, 0);
    }

    public MetricBuilder label(String label, int maxValues, int maxSeriesOfAValue) {
        labels.add(new LabelBound(label, maxValues, maxSeriesOfAValue));
        return this;
    }

    public MetricBuilder help(String text) {
        help = text;
        return this;
    }

    public MetricBuilder unit(String text) {
        unit = text;
        return this;
    }

    public MetricBuilder buckets(Double... bounds) {
        buckets = List.of(bounds);
        return this;
    }

    public MetricBuilder nativeHistogram() {
        nativeHistogram = true;
        buckets = List.of();
        return this;
    }

    public MetricBuilder quantiles(Double... values) {
        quantiles = List.of(values);
        return this;
    }

    public MetricBuilder maxSeries(int series) {
        maxSeries = series;
        return this;
    }

    public MetricBuilder drop() {
        onLimit = OnLimit.DROP;
        return this;
    }

    public MetricBuilder expireAfter(Duration idle) {
        expireAfter = idle;
        return this;
    }

    public MetricBuilder exemplars() {
        exemplars = true;
        return this;
    }

    public MetricDefinition build() {
        return new MetricDefinition(
                name,
                kind,
                help,
                unit,
                labels,
                buckets,
                nativeHistogram,
                quantiles,
                Duration.ofMinutes(5),
                maxSeries,
                onLimit,
                expireAfter,
                exemplars);
    }
}
