package com.example.shop;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLTimeoutException;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Requests over HTTP, those of the load balancer for {@code /health} among them. One thread each. */
final class Requests {
    private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
    private static final String[] TENANTS = {"acme", "globex", "initech"};

    private final Random random;

    Requests(Random random) {
        this.random = random;
    }

    /** Serves the next request. */
    void serve() {
        // Visitors who have not logged in have no tenant
        int tenant = random.nextInt(TENANTS.length + 1);
        if (tenant < TENANTS.length) {
            MDC.put("tenant", TENANTS[tenant]);
        }
        try {
            switch (random.nextInt(10)) {
                case 0 -> answer("GET", "/health", 1);
                case 1, 2 -> answer("POST", "/orders", 40);
                case 3 -> answer("GET", "/search", 120);
                default -> answer("GET", "/products/" + random.nextInt(1_000), 15);
            }
        } finally {
            MDC.remove("tenant");
        }
    }

    private void answer(String method, String path, int typicalMillis) {
        long millis = 1 + (long) (typicalMillis * (0.5 + random.nextDouble()));
        int chance = random.nextInt(100);
        int status = chance == 0 ? 500 : chance < 4 ? 404 : chance < 7 ? 302 : 200;
        if (status == 500) {
            LOG.error("Request {} {} failed", method, path, failure());
        }
        LOG.info("Request {} {} took {} ms status {}", method, path, millis, status);
    }

    private RuntimeException failure() {
        return random.nextBoolean()
                ? new IllegalStateException("Order not stored", new SQLTimeoutException("Statement cancelled"))
                : new UncheckedIOException("No answer", new ConnectException("Connection refused"));
    }
}
