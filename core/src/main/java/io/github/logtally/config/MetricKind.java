package io.github.logtally.config;

/** The kinds of metric a rule can feed. */
public enum MetricKind {
    COUNTER,
    GAUGE,
    HISTOGRAM,
    SUMMARY
}
