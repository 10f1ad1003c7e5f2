package io.github.logtally.registry;

/** The presence of all metrics in one Prometheus registry. */
public interface Binding extends AutoCloseable {
    /** Takes the metrics out again, unless somebody else bound the same registry. A second call does nothing. */
    @Override
    void close();
}
