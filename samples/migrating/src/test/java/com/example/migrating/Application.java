package com.example.migrating;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application that logs with Logback, configured anew by each test. */
final class Application {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private Application() {}

    /** Puts a configuration file of the class path in the place of the one that runs. */
    static void configure(String file) throws JoranException {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(Application.class.getResource(file)));
    }

    /** Serves some requests. */
    static void serve() {
        for (int i = 0; i < 100; i++) {
            String method = i % 3 == 0 ? "POST" : "GET";
            String path = i % 10 == 0 ? "/health" : "/orders/" + i;
            LOG.info("Request {} {} took {} ms status {}", method, path, i * 7, i % 5 == 0 ? 500 : 200);
            if (i % 4 == 0) {
                LOG.warn("Stock of {} is low", i);
            }
            LOG.debug("Nobody sees this");
        }
    }

    /** What Logtally shows of a counter, by its labels. */
    static Map<Map<String, String>, Double> counted(String counter) {
        return ((CounterSnapshot) snapshot(counter))
                .getDataPoints().stream()
                        .collect(Collectors.toMap(point -> labels(point.getLabels()), point -> point.getValue()));
    }

    /** The sums that Logtally shows of a histogram, by its labels. */
    static Map<Map<String, String>, Double> sums(String histogram) {
        return ((HistogramSnapshot) snapshot(histogram))
                .getDataPoints().stream()
                        .collect(Collectors.toMap(point -> labels(point.getLabels()), point -> point.getSum()));
    }

    private static MetricSnapshot snapshot(String name) {
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
        return PrometheusRegistry.defaultRegistry.scrape(name::equals).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + name));
    }

    private static Map<String, String> labels(Labels labels) {
        Map<String, String> byName = new TreeMap<>();
        labels.forEach(label -> byName.put(label.getName(), label.getValue()));
        return byName;
    }
}
