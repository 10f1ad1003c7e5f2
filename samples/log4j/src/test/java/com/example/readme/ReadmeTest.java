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
import java.util.List;
import java.util.regex.Pattern;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What README.md shows for Log4j 2 comes out as README.md says. */
class ReadmeTest {
    private static Logger LOG;

    @BeforeAll
    static void configure() {
        System.setProperty("log4j2.configurationFile", "readme.xml");
        LOG = LogManager.getLogger(ReadmeTest.class);
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

    @Test
    void ownMetrics_areThoseListed() throws Exception {
        List<String> listed = Pattern.compile("^\\| `(logtally_\\w+)` \\| (\\w+) \\|", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../../docs/metrics.md")))
                .results()
                .map(row -> "# TYPE " + row.group(1) + " " + row.group(2))
                .toList();
        List<String> scraped = scrape(PrometheusRegistry.defaultRegistry)
                .lines()
                .filter(line -> line.startsWith("# TYPE logtally_"))
                .toList();

        assertThat(scraped).containsExactlyInAnyOrderElementsOf(listed);
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
