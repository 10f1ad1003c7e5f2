package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.message.StringMapMessage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules file that docs/rules.md shows, through Log4j 2. */
class RulesFileTest {
    @BeforeAll
    static void configure() {
        System.setProperty("log4j2.configurationFile", "rules-file.xml");
    }

    @Test
    void rulesFile_countsWhatItSays() throws IOException {
        Logger requests = LogManager.getLogger("com.example.shop.Requests");
        requests.info("Request {} {} took {} ms status {}", "GET", "/", 250, 200);
        requests.info("Request {} {} took {} ms status {}", "GET", "/health", 500, 200);
        requests.error("Payment failed", new IllegalStateException(new IOException("no route")));
        ThreadContext.put("shop", "berlin");
        requests.info(new StringMapMessage().with("item", "shoes").with("stock", 7));

        assertThat(scrape().lines())
                .contains(
                        "http_requests_total{method=\"GET\",status=\"ok\"} 1.0",
                        "http_request_duration_seconds_sum{method=\"GET\"} 0.75",
                        "exceptions_total{cause=\"IOException\",exception=\"IllegalStateException\",logger=\"Requests\"} 1.0",
                        "stock_items{item=\"shoes\"} 7.0",
                        "logtally_rules_refused{appender=\"metrics\"} 0.0");
    }

    private static String scrape() throws IOException {
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, PrometheusRegistry.defaultRegistry.scrape());
        return text.toString(StandardCharsets.UTF_8);
    }
}
