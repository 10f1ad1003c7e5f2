package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A configuration as an application has it: {@code example.xml}. */
interface ExampleContract extends AppenderFixture {
    @Test
    default void requests_areCountedAndTimed() {
        try (LoggingContext context = open("example")) {
            context.info("com.acme.web", "Request {} {} took {} ms status {}", "GET", "/cart", 9, 200);
            context.info("com.acme.web", "Request {} {} took {} ms status {}", "GET", "/cart/1", 700, 404);
            context.info("com.acme.web", "Request POST /cart took 30 ms status 200");

            Scrape scrape = scrape();
            assertThat(scrape.series("http_requests_total"))
                    .isEqualTo(Map.of(
                            "{method=GET, status=200}", 1.0,
                            "{method=GET, status=404}", 1.0,
                            "{method=POST, status=200}", 1.0));
            assertThat(scrape.value("http_request_duration_seconds_sum", "method", "GET"))
                    .isEqualTo(0.709);
            assertThat(scrape.value("http_request_duration_seconds_bucket", "method", "GET", "le", "0.01"))
                    .isEqualTo(1);
            assertThat(scrape.value("http_request_duration_seconds_bucket", "method", "GET", "le", "1.0"))
                    .isEqualTo(2);
        }
    }

    @Test
    default void exceptions_areCountedFromWarnUp() {
        try (LoggingContext context = open("example")) {
            context.log("com.acme.Shop", "ERROR", null, "Order {} failed", 1, new FileNotFoundException("x"));
            context.log("com.acme.Shop", "WARN", null, "Order failed", new IllegalStateException());
            context.log("com.acme.Shop", "INFO", null, "Order failed", new IllegalStateException());
            context.log("com.acme.Shop", "ERROR", null, "Order failed", new StackOverflowError());
            context.log("com.acme.Shop", "ERROR", null, "Order failed");

            assertThat(scrape().series("exceptions_total"))
                    .isEqualTo(Map.of(
                            "{exception=FileNotFoundException, level=ERROR, logger=com.acme.Shop}", 1.0,
                            "{exception=IllegalStateException, level=WARN, logger=com.acme.Shop}", 1.0));
        }
    }

    @Test
    default void poolStatistics_areReadFromTheirText() {
        try (LoggingContext context = open("example")) {
            context.log(
                    "com.zaxxer.hikari.pool.HikariPool",
                    "DEBUG",
                    null,
                    "{} - {}stats (total={}, active={}, idle={}, waiting={})",
                    "HikariPool-1",
                    "Pool ",
                    10,
                    3,
                    7,
                    0);

            assertThat(scrape().series("pool_active_connections")).isEqualTo(Map.of("{pool=HikariPool-1}", 3.0));
        }
    }
}
