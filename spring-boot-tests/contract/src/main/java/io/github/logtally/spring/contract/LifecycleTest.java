package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Contexts come and go in one JVM. */
class LifecycleTest {
    private static final Logger LOG = LoggerFactory.getLogger(LifecycleTest.class);

    @Test
    void contextRestarted_countsGoOn() {
        PrometheusRegistry first;
        try (RunningApplication application = RunningApplication.start()) {
            LOG.info("Order from {}", "restart");
            assertThat(application.scrape()).contains("\norders_total{shop=\"restart\"} 1.0\n");
            first = application.registry();
        }

        try (RunningApplication application = RunningApplication.start()) {
            LOG.info("Order from {}", "restart");
            assertThat(application.scrape()).contains("\norders_total{shop=\"restart\"} 2.0\n");
            assertThat(application.registry()).isNotSameAs(first);
        }
    }

    @Test
    void contextClosed_itsRegistryIsReleased() {
        PrometheusRegistry registry;
        try (RunningApplication application = RunningApplication.start()) {
            LOG.info("Order from {}", "closed");
            registry = application.registry();
            assertThat(names(registry)).contains("orders", "logtally_rules_refused");
        }

        assertThat(names(registry)).isNotEmpty().doesNotContain("orders", "logtally_rules_refused");
    }

    @Test
    void twoContexts_bothShowEverything_untilEachCloses() {
        try (RunningApplication first = RunningApplication.start()) {
            LOG.info("Order from {}", "two contexts");
            try (RunningApplication second = RunningApplication.start()) {
                LOG.info("Order from {}", "two contexts");
                assertThat(first.scrape()).contains("\norders_total{shop=\"two contexts\"} 2.0\n");
                assertThat(second.scrape()).contains("\norders_total{shop=\"two contexts\"} 2.0\n");
            }

            LOG.info("Order from {}", "two contexts");
            assertThat(first.scrape()).contains("\norders_total{shop=\"two contexts\"} 3.0\n");
        }
    }

    private static List<String> names(PrometheusRegistry registry) {
        return registry.scrape().stream()
                .map(snapshot -> snapshot.getMetadata().getPrometheusName())
                .toList();
    }
}
