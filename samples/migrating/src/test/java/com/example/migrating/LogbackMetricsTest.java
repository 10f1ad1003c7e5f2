package com.example.migrating;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Micrometer's counter of log events, and the rule that counts the same under the same name. */
class LogbackMetricsTest {
    @Test
    void levels_areCountedAsBefore() throws Exception {
        Application.configure("/micrometer/after.xml");
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        try (LogbackMetrics metrics = new LogbackMetrics()) {
            metrics.bindTo(registry);
            Application.serve();
        }
        Map<Map<String, String>, Double> before = new HashMap<>();
        registry.get("logback.events")
                .functionCounters()
                .forEach(counter -> before.put(Map.of("level", counter.getId().getTag("level")), counter.count()));

        assertThat(Application.counted("logback_events"))
                .isEqualTo(before)
                .containsEntry(Map.of("level", "info"), 100.0)
                .containsEntry(Map.of("level", "error"), 0.0);
    }
}
