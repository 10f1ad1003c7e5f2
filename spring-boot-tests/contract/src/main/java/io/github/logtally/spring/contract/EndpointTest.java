package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/** Metrics of log events stand on the Actuator's own endpoint. */
class EndpointTest {
    private static final Logger LOG = LoggerFactory.getLogger(EndpointTest.class);

    @Test
    void scrape_hasWhatWasLoggedBefore() {
        try (RunningApplication application = RunningApplication.start()) {
            LOG.info("Order from {}", "endpoint");
            assertThat(application.scrape())
                    .contains("\norders_total{shop=\"endpoint\"} 1.0\n")
                    .contains("\njvm_info{")
                    .contains("\nlogtally_rules_refused{appender=\"metrics\"} 0.0\n");

            LOG.info("Order from {}", "endpoint");
            assertThat(application.scrapeOpenMetrics()).contains("\norders_total{shop=\"endpoint\"} 2.0\n");
            assertThat(application.scrapeOnly("orders_total"))
                    .contains("\norders_total{shop=\"endpoint\"} 2.0\n")
                    .doesNotContain("jvm_info")
                    .doesNotContain("logtally_rules_refused");
        }
    }

    @Test
    void scrape_hasWhatWasLoggedBeforeTheContext() {
        ApplicationListener<ApplicationEnvironmentPreparedEvent> early =
                event -> LOG.info("Order from {}", "before the context");

        try (RunningApplication application = RunningApplication.start(early)) {
            assertThat(application.scrape()).contains("\norders_total{shop=\"before the context\"} 1.0\n");
        }
    }

    @Test
    void meterOfTheSameName_isShown_andTheRuleGivesWay() {
        try (RunningApplication application = RunningApplication.start()) {
            LOG.info("Refund to {}", "ours");
            assertThat(application.scrape()).contains("\nrefunds_total{shop=\"ours\"} 1.0\n");

            application
                    .context()
                    .getBean(MeterRegistry.class)
                    .counter("refunds", "shop", "theirs")
                    .increment();
            assertThat(application.scrape())
                    .contains("\nrefunds_total{shop=\"theirs\"} 1.0\n")
                    .doesNotContain("ours")
                    .contains("\nlogtally_rules_refused{appender=\"metrics\"} 1.0\n");
        }

        try (RunningApplication application = RunningApplication.start()) {
            assertThat(application.scrape())
                    .contains("\nrefunds_total{shop=\"ours\"} 1.0\n")
                    .contains("\nlogtally_rules_refused{appender=\"metrics\"} 0.0\n");
        }
    }
}
