package com.example.orders;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs three orders and prints what a scrape then shows. */
public final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private Orders() {}

    public static void main(String[] arguments) throws Exception {
        try (HTTPServer server = HTTPServer.builder().buildAndStart()) {
            LOG.info("Order {} of {} took {} ms", 1, "acme", 9);
            LOG.info("Order {} of {} took {} ms", 2, "acme", 12);
            LOG.warn("Order {} of {} took {} ms", 3, "acme", 1);
            URI metrics = URI.create("http://localhost:" + server.getPort() + "/metrics");
            metrics.toURL().openStream().transferTo(System.out);
        }
    }
}
