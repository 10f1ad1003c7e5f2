package io.github.logtally.registry;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds which of our metrics clash with something else in a registry.
 *
 * <p>A registry does not tell its names, but it asks a filter about each while it is scraped: a filter that takes nothing
 * hears the names of all collectors that declare theirs, and none of them is collected. Those that do not declare their
 * names (Micrometer's with older clients) are collected and then asked about. A metric whose name merely resembles one of
 * ours is let through, since whether it clashes depends on its kind.
 */
final class TakenNames {
    private final Map<String, Set<String>> ours = new HashMap<>();
    private final Set<String> prometheusNames = new HashSet<>();

    /** Looks for clashes with these. */
    TakenNames(List<ExposedNames> metrics) {
        for (ExposedNames names : metrics) {
            prometheusNames.add(names.prometheusName());
            for (String name : names.shown()) {
                ours.computeIfAbsent(name, key -> new HashSet<>()).add(names.prometheusName());
            }
        }
    }

    /**
     * The Prometheus names of our metrics that clash. Scrapes the registry; our own collector must show nothing
     * meanwhile. What an application's collector throws goes to the caller.
     *
     * @param birth when our own collector was born
     */
    Set<String> in(PrometheusRegistry registry, long birth) {
        Set<String> taken = new HashSet<>();
        Predicate<String> filter = name -> {
            if (prometheusNames.contains(name)) {
                taken.add(name);
            }
            return resembles(name);
        };
        for (MetricSnapshot snapshot : registry.scrape(new Look(filter, birth))) {
            for (String name : ExposedNames.of(snapshot).shown()) {
                taken.addAll(ours.getOrDefault(name, Set.of()));
            }
        }
        return taken;
    }

    /** Whether a metric of this name could have a sample that one of ours has too. */
    private boolean resembles(String name) {
        for (String suffix : ExposedNames.SUFFIXES) {
            if (ours.containsKey(name + suffix)) {
                return true;
            }
        }
        return false;
    }
}
