package com.example.registries;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.github.logtally.RegistryBinding;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.Test;

/** What docs/registries.md shows, where the build runs it. */
class RegistriesTest {
    private static final Logger LOG = LogManager.getLogger(RegistriesTest.class);

    @Test
    void plainJdk_servesTheDefaultRegistry() throws Exception {
        LOG.info("Order {} of {} placed", 1, "plain");
        HTTPServer server = HTTPServer.builder().port(0).buildAndStart();
        URI address = URI.create("http://localhost:" + server.getPort() + "/metrics");
        String shown = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
        server.close();

        assertThat(shown).contains("orders_total{customer=\"plain\"} 1.0");
    }

    @Test
    void micrometer_showsOursBesideItsMeters() {
        LOG.info("Order {} of {} placed", 2, "micrometer");
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        RegistryBinding binding = Logtally.bindTo(meters.getPrometheusRegistry());
        meters.counter("visits").increment();

        assertThat(meters.scrape())
                .contains("orders_total{customer=\"micrometer\"} 1.0")
                .contains("visits_total 1.0");
        binding.close();
        assertThat(meters.scrape()).doesNotContain("orders_total").contains("visits_total 1.0");
    }
}
