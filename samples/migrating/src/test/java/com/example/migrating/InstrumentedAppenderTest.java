package com.example.migrating;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The appender of the old Prometheus client, and the rule that counts the same under the same name. */
class InstrumentedAppenderTest {
    @Test
    void levels_areCountedAsBefore() throws Exception {
        Application.configure("/simpleclient/before.xml");
        Application.serve();
        Map<Map<String, String>, Double> before = new HashMap<>();
        for (String level : List.of("trace", "debug", "info", "warn", "error")) {
            before.put(
                    Map.of("level", level),
                    CollectorRegistry.defaultRegistry.getSampleValue(
                            "logback_appender_total", new String[] {"level"}, new String[] {level}));
        }

        Application.configure("/simpleclient/after.xml");
        Application.serve();

        assertThat(Application.counted("logback_appender"))
                .isEqualTo(before)
                .containsEntry(Map.of("level", "info"), 100.0)
                .containsEntry(Map.of("level", "error"), 0.0);
    }
}
