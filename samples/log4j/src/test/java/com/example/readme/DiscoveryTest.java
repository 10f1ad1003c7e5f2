package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/rules.md shows of discovery comes out of Log4j 2. */
class DiscoveryTest {
    @BeforeAll
    static void configure() {
        System.setProperty("log4j2.configurationFile", "discovery.xml");
    }

    @Test
    void discovery_showsWhatIsShown() throws IOException {
        Logger orders = LogManager.getLogger("com.example.shop.Orders");
        for (int i = 0; i < 3; i++) {
            orders.info("Order {} placed by {}", i, "ann");
        }
        LogManager.getLogger("com.example.shop.Stock").warn("Stock of {} is low", "shoes");
        assertThat(scrape()).contains(Files.readString(Path.of("../log4j/src/test/resources/discovery.txt")));

        Logger mail = LogManager.getLogger("com.example.shop.Mail");
        for (int i = 0; i < 1000; i++) {
            mail.info("Mail " + i + " sent");
        }
        assertThat(scrape()).contains(Files.readString(Path.of("../log4j/src/test/resources/discovery-explodes.txt")));
    }

    private static String scrape() throws IOException {
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, PrometheusRegistry.defaultRegistry.scrape());
        return text.toString(StandardCharsets.UTF_8);
    }
}
