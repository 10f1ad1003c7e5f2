package io.github.logtally.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that the appender gives for all its rules and that a rule can have for itself.
 *
 * @param expireAfter null for never
 * @param maxValues 0 for no bound
 */
record Limits(
        int maxSeries,
        int maxValues,
        OnLimit onLimit,
        @Nullable Duration expireAfter,
        int maxLabelLength,
        int regexBudget,
        ExemplarKeys exemplars) {
    /** What holds where the user says nothing. */
    static final Limits DEFAULTS = new Limits(1000, 0, OnLimit.OVERFLOW, null, 128, 100_000, ExemplarKeys.OFF);

    private static final int MOST_SERIES = 10_000_000;
    private static final int LONGEST_LABEL = 65_536;
    private static final int LARGEST_BUDGET = 1_000_000_000;

    /** The limits of an element; what it does not say, or says wrongly, is taken from {@code outer}. */
    static Limits read(Settings settings, Limits outer) {
        return new Limits(
                settings.read("maxSeries", Numbers.from(1, MOST_SERIES), outer.maxSeries),
                settings.read("maxValues", Limits::maxValues, outer.maxValues),
                settings.read("onLimit", Limits::onLimit, outer.onLimit),
                expireAfter(settings, outer),
                maxLabelLength(settings, outer.maxLabelLength),
                settings.read("regexBudget", Numbers.from(1, LARGEST_BUDGET), outer.regexBudget),
                settings.read("exemplars", ExemplarReader::read, outer.exemplars));
    }

    static int maxLabelLength(Settings settings, int outer) {
        return settings.read("maxLabelLength", Numbers.from(1, LONGEST_LABEL), outer);
    }

    /** Different values of a label; 0 for no bound. */
    static int maxValues(String text) throws Mistake {
        return text.equalsIgnoreCase("none") ? 0 : Numbers.from(1, MOST_SERIES).read(text);
    }

    private static @Nullable Duration expireAfter(Settings settings, Limits outer) {
        String text = settings.text("expireAfter");
        if (text != null && text.equalsIgnoreCase("never")) {
            return null;
        }
        Duration duration = settings.read("expireAfter", DurationReader::positive);
        return duration == null ? outer.expireAfter : duration;
    }

    private static OnLimit onLimit(String text) throws Mistake {
        return Choice.read(text, List.of("overflow", "drop")).equals("drop") ? OnLimit.DROP : OnLimit.OVERFLOW;
    }
}
