package io.github.logtally.osgi.application;

import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Supplier;

/** A bundle's class that has the metrics in a registry of its own, and forgets to take them out. */
public final class Binding implements Supplier<Object> {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    /** Made by the tests, by reflection. */
    public Binding() {
        Logtally.bindTo(registry);
    }

    /** The registry. */
    @Override
    public Object get() {
        return registry;
    }
}
