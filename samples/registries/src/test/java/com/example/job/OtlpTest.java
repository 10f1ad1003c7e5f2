package com.example.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The job of docs/short-jobs.md pushes all that it logged, by OTLP. */
class OtlpTest {
    @Test
    void jobThatEnds_hasPushedAllItLogged() throws Exception {
        try (Receiver collector = new Receiver(200)) {
            NightlyJob.runAndPushOtlp("http://" + collector.address() + "/v1/metrics");

            assertThat(collector.pushes()).isNotEmpty().last().satisfies(push -> {
                assertThat(push.method()).isEqualTo("POST");
                assertThat(push.path()).isEqualTo("/v1/metrics");
                assertThat(push.body()).contains("orders").contains("acme").contains("beta");
            });
        }
    }
}
