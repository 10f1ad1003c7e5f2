package com.example.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The job of docs/short-jobs.md pushes all that it logged, as text. */
class PushgatewayTest {
    @Test
    void jobThatEnds_hasPushedAllItLogged() throws Exception {
        try (Receiver pushgateway = new Receiver(202)) {
            NightlyJob.runAndPush(pushgateway.address());

            assertThat(pushgateway.pushes()).singleElement().satisfies(push -> {
                assertThat(push.method()).isEqualTo("PUT");
                assertThat(push.path()).isEqualTo("/metrics/job/nightly");
                assertThat(push.body())
                        .contains("# TYPE orders_total counter\n")
                        .contains("orders_total{customer=\"acme\"} 2.0\n")
                        .contains("orders_total{customer=\"beta\"} 1.0\n")
                        .contains("logtally_events_processed_total{appender=\"metrics\"} 3.0\n");
            });
        }
    }
}
