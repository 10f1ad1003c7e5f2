package com.example.shop;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A small shop that logs as any application does. No line of it touches a metric: those are made of its log events by
 * the rules in {@code log4j2.xml}, and the Prometheus client's own server shows them.
 */
public final class Shop implements AutoCloseable {
    private final HTTPServer server;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(3);

    /** A shop that shows its metrics on this port, 0 for any that is free. */
    Shop(int port) throws IOException {
        server = HTTPServer.builder().port(port).buildAndStart();
    }

    /** Runs until it is stopped with Ctrl-C. {@code -Dport=} chooses another port than 9400. */
    public static void main(String[] arguments) throws IOException {
        Shop shop = new Shop(Integer.getInteger("port", 9400));
        Runtime.getRuntime().addShutdownHook(new Thread(shop::close, "close-shop"));
        shop.open();
        System.out.printf(
                """
                The shop is open. See its metrics:

                    curl -s %1$s | grep ^shop_

                shop_http_requests_total               requests by method, path, status and tenant
                shop_http_request_duration_seconds     how long they took
                shop_exceptions_total                  errors by exception and root cause
                shop_hikari_active_connections         a gauge made of a library's log line

                What Logtally says of itself: curl -s %1$s | grep ^logtally_
                Ctrl-C closes the shop.
                """,
                shop.address());
    }

    /** Where the metrics are. */
    String address() {
        return "http://localhost:" + server.getPort() + "/metrics";
    }

    /** Lets customers in. */
    void open() {
        ThirdParty libraries = new ThirdParty(new Random(1));
        libraries.start();
        every(1_000, libraries::work);
        every(80, new Requests(new Random(2))::serve);
        every(80, new Requests(new Random(3))::serve);
        every(200, new Customers(new Random(4))::act);
        every(1_000, new Jobs(new Random(5))::run);
    }

    private void every(int milliseconds, Runnable step) {
        var unused = threads.scheduleAtFixedRate(step, 0, milliseconds, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.close();
    }
}
