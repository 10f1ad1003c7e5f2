package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.github.logtally.RegistryBinding;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What README.md shows for Logback comes out as README.md says. */
class ReadmeTest {
    private static Logger LOG;

    @BeforeAll
    static void configure() {
        System.setProperty("logback.configurationFile", "readme.xml");
        LOG = LoggerFactory.getLogger(ReadmeTest.class);
    }

    @Test
    void metrics_areThoseShown() throws Exception {
        LOG.info("Request {} {} took {} ms status {}", "GET", "/", 9, 200);
        LOG.info("Request {} {} took {} ms status {}", "GET", "/", 12, 200);
        LOG.info("Request {} {} took {} ms status {}", "POST", "/orders", 250, 500);
        boolean counted = Logtally.flush(Duration.ofSeconds(10));

        assertThat(counted).isTrue();
        String shown = Files.readString(Path.of("src/test/resources/readme.txt"));
        assertThat(scrape(PrometheusRegistry.defaultRegistry)).contains(shown);

        PrometheusRegistry registry = new PrometheusRegistry();
        RegistryBinding binding = Logtally.bindTo(registry);
        assertThat(scrape(registry)).contains(shown);
        binding.close();
        assertThat(scrape(registry)).isEmpty();
    }

    private static String scrape(PrometheusRegistry registry) throws IOException, InterruptedException {
        try (HTTPServer server = HTTPServer.builder().port(0).registry(registry).buildAndStart()) {
            URI address = URI.create("http://localhost:" + server.getPort() + "/metrics");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }
}
