package com.example.job;

import io.github.logtally.Logtally;
import io.prometheus.metrics.exporter.opentelemetry.OpenTelemetryExporter;
import io.prometheus.metrics.exporter.pushgateway.Format;
import io.prometheus.metrics.exporter.pushgateway.PushGateway;
import java.io.IOException;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** A job that ends before anybody scrapes it: it pushes its metrics when it is done, whether it failed or not. */
final class NightlyJob {
    private static final Logger LOG = LogManager.getLogger(NightlyJob.class);

    private NightlyJob() {}

    /** Runs and pushes to the Pushgateway at this address, {@code localhost:9091}. */
    static void runAndPush(String pushgateway) throws IOException {
        try {
            work();
        } finally {
            Logtally.flush(Duration.ofSeconds(10));
            PushGateway.builder()
                    .address(pushgateway)
                    .job("nightly")
                    .format(Format.PROMETHEUS_TEXT)
                    .build()
                    .push();
        }
    }

    /** Runs and pushes to the OTLP endpoint at this address, {@code http://localhost:4318/v1/metrics}. */
    static void runAndPushOtlp(String endpoint) {
        OpenTelemetryExporter exporter = OpenTelemetryExporter.builder()
                .protocol("http/protobuf")
                .endpoint(endpoint)
                .intervalSeconds(60)
                .buildAndStart();
        try {
            work();
        } finally {
            Logtally.flush(Duration.ofSeconds(10));
            exporter.close();
        }
    }

    private static void work() {
        LOG.info("Order {} of {} placed", 1, "acme");
        LOG.info("Order {} of {} placed", 2, "acme");
        LOG.info("Order {} of {} placed", 3, "beta");
    }
}
