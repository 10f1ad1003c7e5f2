package io.github.logtally.registry;

import io.github.logtally.registry.Published.Metric;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Knows which of our metrics somebody else shows in one registry.
 *
 * <p>Looking costs a scrape of those collectors of the application that do not declare their names. It is done before
 * every scrape; where it takes long, not for more than a hundredth of the time, but always when our metrics have changed.
 * Any thread; one looks at a time, and the others meanwhile take what was found before.
 */
final class NameWatch {
    private static final int REST_PER_LOOK = 99;
    private static final long LONG_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final PrometheusRegistry registry;
    private final LongSupplier nanos;
    private final long birth;
    private final AtomicReference<@Nullable Thread> looking = new AtomicReference<>();

    // Mutable state: written by the thread that looks

    /** Weak: whoever is to be told must not be kept from being collected by a registry that nobody scrapes. */
    private final Set<Notice> told = Collections.newSetFromMap(new WeakHashMap<>());

    private volatile Set<String> taken = Set.of();
    private TakenNames names = new TakenNames(List.of());
    private long lookedFor = -1;
    private long restUntil;
    private boolean collectorSeen;

    NameWatch(PrometheusRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
        this.birth = nanos.getAsLong();
    }

    /** Whether one of ours in another class loader looks for names, and has them before us. */
    boolean isAskedByOlder(Predicate<String> included) {
        return Look.isOfOlder(included, birth);
    }

    /** Whether the calling thread is scraping the registry on behalf of this: then our collector has nothing to show. */
    boolean isLooking() {
        if (looking.get() != Thread.currentThread()) {
            return false;
        }
        collectorSeen = true;
        return true;
    }

    /** The Prometheus names of our metrics that must not be shown, looked up anew if it is time to. */
    Set<String> taken(Published published) {
        look(published, false);
        return taken;
    }

    /** Looks now; whether our collector is still registered, as far as is known. */
    boolean check(Published published) {
        return look(published, true);
    }

    private boolean look(Published published, boolean now) {
        if (!looking.compareAndSet(null, Thread.currentThread())) {
            return true;
        }
        try {
            long start = nanos.getAsLong();
            if (!now && lookedFor == published.version() && start - restUntil < 0) {
                return true;
            }
            restUntil = start;
            if (lookedFor != published.version()) {
                names = new TakenNames(names(published));
                lookedFor = published.version();
            }
            collectorSeen = false;
            taken = names.in(registry, birth);
            tell(published);
            long end = nanos.getAsLong();
            restUntil = end - start < LONG_LOOK_NANOS ? end : end + (end - start) * REST_PER_LOOK;
            return collectorSeen;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            // A collector of the application failed, and will say so in the scrape to come; what was known holds
            return true;
        } finally {
            looking.set(null);
        }
    }

    private static List<ExposedNames> names(Published published) {
        List<ExposedNames> names = new ArrayList<>(RegistryCollector.ownNames());
        for (Metric metric : published.metrics()) {
            names.add(metric.names());
        }
        return names;
    }

    /** Tells the rules whose metrics are not shown, each once as long as that lasts. */
    private void tell(Published published) {
        Set<Notice> concerned = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Published.Appender appender : published.appenders()) {
            for (Notice rule : appender.rules()) {
                if (taken.contains(rule.family().prometheusName())) {
                    concerned.add(rule);
                }
            }
        }
        told.retainAll(concerned);
        for (Notice rule : concerned) {
            if (told.add(rule)) {
                rule.send("the name '" + rule.family().definition().name() + "' is taken by another metric in "
                        + (registry == PrometheusRegistry.defaultRegistry
                                ? "the default Prometheus registry"
                                : "the Prometheus registry that was bound")
                        + ", which keeps it; this one is left out there; choose another name");
            }
        }
    }
}
