package io.github.logtally.registry;

import io.github.logtally.series.Family;
import java.util.ArrayList;
import java.util.List;

/**
 * What the table holds, as scrapes see it: made anew under the turn whenever it changes, read by any thread.
 *
 * @param version another one after every change
 * @param metrics the families in their order
 * @param appenders the appenders that ever started
 */
record Published(long version, List<Metric> metrics, List<Appender> appenders) {
    /** A family and its names. */
    record Metric(Family family, ExposedNames names) {}

    /**
     * The running appenders of one name.
     *
     * @param refused rules refused in all registries
     * @param rules the rules that run
     */
    record Appender(String name, int refused, List<Notice> rules) {
        Appender {
            rules = List.copyOf(rules);
        }
    }

    static final Published NOTHING = new Published(0, List.of(), List.of());

    Published {
        metrics = List.copyOf(metrics);
        appenders = List.copyOf(appenders);
    }

    /** The running rules that feed a metric. */
    List<Notice> noticesOf(String prometheusName) {
        List<Notice> notices = new ArrayList<>();
        for (Appender appender : appenders) {
            appender.rules().stream()
                    .filter(rule -> rule.family().prometheusName().equals(prometheusName))
                    .forEach(notices::add);
        }
        return notices;
    }
}
