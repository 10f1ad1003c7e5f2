package com.example.orders;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Logs three orders and prints what a scrape of the context's own registry then shows. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    @Bean
    PrometheusRegistry registry() {
        return new PrometheusRegistry();
    }

    public static void main(String[] arguments) throws Exception {
        try (ConfigurableApplicationContext context = SpringApplication.run(Orders.class, arguments);
                HTTPServer server = HTTPServer.builder()
                        .registry(context.getBean(PrometheusRegistry.class))
                        .buildAndStart()) {
            LOG.info("Order {} of {} took {} ms", 1, "acme", 9);
            LOG.info("Order {} of {} took {} ms", 2, "acme", 12);
            LOG.warn("Order {} of {} took {} ms", 3, "acme", 1);
            URI metrics = URI.create("http://localhost:" + server.getPort() + "/metrics");
            metrics.toURL().openStream().transferTo(System.out);
        }
    }
}
