package io.github.logtally.registry;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** The registries that show our metrics. Any thread; guarded by itself, and never by the turn. */
final class BoundRegistries {
    private final MetricTable table;
    private final LongSupplier nanos;
    private final IdentityHashMap<PrometheusRegistry, Bound> bound = new IdentityHashMap<>();

    BoundRegistries(MetricTable table, LongSupplier nanos) {
        this.table = table;
        this.nanos = nanos;
    }

    Binding bind(PrometheusRegistry registry) {
        Bound entry = retain(registry);
        check(entry);
        AtomicBoolean open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                release(entry);
            }
        };
    }

    /** For good, whoever bound them: closing the bindings does nothing any more. */
    void unbindAll() {
        synchronized (bound) {
            for (Bound entry : bound.values()) {
                entry.bindings = 0;
                entry.registry.unregister(entry.collector);
            }
            bound.clear();
        }
    }

    /** Looks for names that are taken in all registries. */
    void checkNames() {
        List<Bound> entries;
        synchronized (bound) {
            entries = new ArrayList<>(bound.values());
        }
        entries.forEach(this::check);
    }

    /** Applications clear registries, mostly between tests: then ours goes in again. */
    private void check(Bound entry) {
        if (!entry.watch.check(table.published())) {
            synchronized (bound) {
                if (entry.bindings > 0) {
                    entry.registry.unregister(entry.collector);
                    entry.registry.register(entry.collector);
                }
            }
        }
    }

    private Bound retain(PrometheusRegistry registry) {
        synchronized (bound) {
            Bound entry = bound.get(registry);
            if (entry == null) {
                entry = new Bound(registry);
                registry.register(entry.collector);
                bound.put(registry, entry);
            }
            entry.bindings++;
            return entry;
        }
    }

    private void release(Bound entry) {
        synchronized (bound) {
            if (--entry.bindings == 0) {
                bound.remove(entry.registry);
                entry.registry.unregister(entry.collector);
            }
        }
    }

    private final class Bound {
        final PrometheusRegistry registry;
        final NameWatch watch;
        final RegistryCollector collector;
        int bindings;

        Bound(PrometheusRegistry registry) {
            this.registry = registry;
            this.watch = new NameWatch(registry, nanos);
            this.collector = new RegistryCollector(table, watch);
        }
    }
}
