package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.logtally.Logtally;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop's own day, run through in one go, and what its metrics then say. */
class ShopTest {
    private static Scrape scrape;

    @BeforeAll
    static void runTheShop() throws Exception {
        try (Shop shop = new Shop(0)) {
            ThirdParty libraries = new ThirdParty(new Random(1));
            Requests requests = new Requests(new Random(2));
            Customers customers = new Customers(new Random(3));
            Jobs jobs = new Jobs(new Random(4));
            libraries.start();
            for (int i = 0; i < 1_000; i++) {
                libraries.work();
                requests.serve();
                customers.act();
                jobs.run();
                if (i % 100 == 99) {
                    assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
                }
            }
            scrape = Scrape.of(shop.address());
        }
    }

    @Test
    void configuration_isTakenWhole() {
        assertThat(scrape.value("logtally_rules_refused{appender=\"metrics\"}")).isZero();
    }

    @Test
    void everyRule_matchedSomething() {
        assertThat(scrape.series("logtally_rule_matches_total"))
                .hasSizeGreaterThan(12)
                .allSatisfy((series, value) -> assertThat(value).isPositive());
    }

    @Test
    void everyRule_readItsValue() {
        assertThat(scrape.series("logtally_rule_failures_total"))
                .isNotEmpty()
                .allSatisfy((series, value) -> assertThat(value).isZero());
    }

    @Test
    void everyEvent_isAccountedFor() {
        assertThat(scrape.value("logtally_events_dropped_total{appender=\"metrics\",reason=\"buffer_full\"}"))
                .isZero();
        assertThat(scrape.value("logtally_events_processed_total{appender=\"metrics\"}"))
                .isEqualTo(scrape.value("logtally_events_accepted_total{appender=\"metrics\"}"))
                .isEqualTo(scrape.sum("shop_log_events_total"));
    }

    @Test
    void requests_areCountedWithoutHealthChecks() {
        assertThat(scrape.sum("shop_http_requests_total")).isBetween(800.0, 999.0);
        assertThat(scrape.series("shop_http_requests_total").keySet())
                .contains("shop_http_requests_total"
                        + "{method=\"GET\",path=\"/products/{n}\",status=\"ok\",tenant=\"none\"}")
                .noneMatch(series -> series.contains("/health"));
    }

    @Test
    void requestDurations_areInSeconds() {
        double count = scrape.sum("shop_http_request_duration_seconds_count");
        assertThat(count).isEqualTo(scrape.sum("shop_http_requests_total"));
        assertThat(scrape.sum("shop_http_request_duration_seconds_sum") / count).isCloseTo(0.035, within(0.025));
    }

    @Test
    void exceptions_areCountedByRootCause() {
        assertThat(scrape.value("shop_exceptions_total{cause=\"SQLTimeoutException\","
                        + "exception=\"IllegalStateException\",logger=\"Requests\"}"))
                .isEqualTo(scrape.sum("shop_database_failures_total"))
                .isPositive();
    }

    @Test
    void searchTerms_beyondTheBoundAreOther() {
        assertThat(scrape.series("shop_searches_total")).hasSize(21);
        assertThat(scrape.value("shop_searches_total{term=\"other\"}"))
                .isEqualTo(scrape.sum("logtally_label_overflows_total"))
                .isPositive();
    }

    @Test
    void jobDurations_areInSeconds() {
        double count = scrape.sum("shop_job_duration_seconds_count");
        assertThat(scrape.sum("shop_job_duration_seconds_sum") / count).isCloseTo(1.7, within(0.3));
        assertThat(scrape.value("shop_job_duration_seconds{job=\"stock\",quantile=\"0.5\"}"))
                .isBetween(0.2, 3.2);
    }

    @Test
    void libraries_giveTheirMetrics() {
        assertThat(scrape.value("shop_hikari_connections{pool=\"HikariPool-1\"}"))
                .isEqualTo(10);
        assertThat(scrape.value("shop_hikari_active_connections{pool=\"HikariPool-1\"}"))
                .isBetween(0.0, 9.0);
        assertThat(scrape.value("shop_kafka_rebalances_total{group=\"orders\",reason=\"session_timeout\"}"))
                .isPositive();
        assertThat(scrape.value("shop_kafka_disconnects_total{node=\"1\"}")).isPositive();
        assertThat(scrape.value("shop_hibernate_slow_query_seconds_sum")).isPositive();
        assertThat(scrape.value("shop_application_start_seconds{application=\"ShopApplication\"}"))
                .isEqualTo(2.345);
    }
}
