package io.github.logtally.registry;

import java.util.function.Predicate;

/**
 * The filter with which a registry is scraped to find names that are taken.
 *
 * <p>Where a container shares the client and each application brings Logtally, several of ours stand in one registry, each
 * of a class loader of its own, and give way to each other: then none would show anything. So the older one has the
 * names. The younger one knows a look of the older by the name of this class and by its text.
 */
final class Look implements Predicate<String> {
    private final Predicate<String> filter;
    private final long birth;

    /** A filter of a collector that was born then, by {@link System#nanoTime}. */
    Look(Predicate<String> filter, long birth) {
        this.filter = filter;
        this.birth = birth;
    }

    @Override
    public boolean test(String name) {
        return filter.test(name);
    }

    /** When the collector that looks was born. */
    @Override
    public String toString() {
        return Long.toString(birth);
    }

    /** Whether a filter is the look of a collector of another class loader that is older than this. */
    static boolean isOfOlder(Predicate<String> filter, long birth) {
        Class<?> type = filter.getClass();
        return type != Look.class
                && type.getName().equals(Look.class.getName())
                && Long.parseLong(filter.toString()) - birth < 0;
    }
}
