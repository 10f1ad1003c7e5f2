package com.example.endpoint;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** Serves the default registry, in which Logtally's metrics stand: the Prometheus client's own server, as a bundle. */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class Endpoint implements BundleActivator {
    private HTTPServer server;

    @Override
    public void start(BundleContext context) throws IOException {
        server = HTTPServer.builder()
                .port(Integer.parseInt(context.getProperty("port")))
                .buildAndStart();
        System.out.printf(
                """
                See the metrics:

                    curl -s http://localhost:%d/metrics

                Ctrl-C stops the framework.
                """,
                server.getPort());
    }

    @Override
    public void stop(BundleContext context) {
        server.close();
    }
}
