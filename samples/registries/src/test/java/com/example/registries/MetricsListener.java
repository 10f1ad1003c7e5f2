package com.example.registries;

import io.prometheus.metrics.exporter.servlet.jakarta.PrometheusMetricsServlet;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Shows the default registry at {@code /metrics} of a web application. */
public final class MetricsListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext()
                .addServlet("metrics", new PrometheusMetricsServlet())
                .addMapping("/metrics");
    }
}
