package io.github.logtally.registry;

import io.github.logtally.registry.OwnMetrics.Own;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusScrapeRequest;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All our metrics in one registry. Declares no names, so that nothing the application registers, now or later, is refused
 * because of us; instead it leaves out what would clash.
 *
 * <p>Runs on the threads of scrapes, several at a time, and never throws: what of ours fails would take the application's
 * own metrics with it.
 */
final class RegistryCollector implements MultiCollector {
    private static final List<ExposedNames> OWN_NAMES =
            Arrays.stream(Own.values()).map(Own::names).toList();
    private static final MetricSnapshots NOTHING = new MetricSnapshots(List.of());

    private final MetricTable table;
    private final NameWatch watch;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    RegistryCollector(MetricTable table, NameWatch watch) {
        this.table = table;
        this.watch = watch;
    }

    /** The names of the metrics about ourselves. */
    static List<ExposedNames> ownNames() {
        return OWN_NAMES;
    }

    @Override
    public MetricSnapshots collect() {
        return collectIncluded(name -> true);
    }

    @Override
    public MetricSnapshots collect(Predicate<String> included, @Nullable PrometheusScrapeRequest request) {
        return collectIncluded(included);
    }

    private MetricSnapshots collectIncluded(Predicate<String> included) {
        if (watch.isLooking()) {
            return NOTHING;
        }
        try {
            if (watch.isAskedByOlder(included)) {
                return NOTHING;
            }
            Published published = table.published();
            Set<String> taken = watch.taken(published);
            OwnMetrics own = table.readOwn();
            // What came while we waited for the worker is not shown: its names have not been looked for
            Scrape scrape = new Scrape(included, taken, published);
            for (Published.Metric metric : published.metrics()) {
                scrape.add(metric.names(), metric.family()::snapshot);
            }
            for (Own each : Own.values()) {
                scrape.add(each.names(), () -> each == Own.REFUSED ? refused(published, taken) : own.snapshot(each));
            }
            return new MetricSnapshots(scrape.snapshots);
        } catch (Throwable e) {
            return NOTHING;
        }
    }

    private static @Nullable MetricSnapshot refused(Published published, Set<String> taken) {
        Map<String, Integer> refused = new LinkedHashMap<>();
        for (Published.Appender appender : published.appenders()) {
            long here = appender.rules().stream()
                    .filter(rule -> taken.contains(rule.family().prometheusName()))
                    .count();
            refused.put(appender.name(), appender.refused() + (int) here);
        }
        return OwnMetrics.refused(refused);
    }

    /** The snapshots of one scrape so far. */
    private final class Scrape {
        final List<MetricSnapshot> snapshots = new ArrayList<>();
        private final Predicate<String> included;
        private final Set<String> taken;
        private final Published published;

        Scrape(Predicate<String> included, Set<String> taken, Published published) {
            this.included = included;
            this.taken = taken;
            this.published = published;
        }

        /** Adds a metric if it is asked for, may be shown, can be read and has something to show. */
        void add(ExposedNames names, Supplier<@Nullable MetricSnapshot> source) {
            if (taken.contains(names.prometheusName()) || !names.areIn(included)) {
                return;
            }
            try {
                MetricSnapshot snapshot = source.get();
                if (snapshot != null) {
                    snapshots.add(snapshot);
                }
            } catch (RuntimeException | Error e) {
                tell(names.prometheusName(), e);
            }
        }

        /** Tells the rules of a metric that cannot be shown, once. */
        private void tell(String prometheusName, Throwable failure) {
            if (failed.add(prometheusName)) {
                published
                        .noticesOf(prometheusName)
                        .forEach(rule -> rule.send("the metric cannot be shown: " + failure));
            }
        }
    }
}
