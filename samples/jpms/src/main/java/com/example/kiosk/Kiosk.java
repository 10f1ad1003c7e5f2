package com.example.kiosk;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sells newspapers and says so in its log. The Prometheus client's own server shows what the log amounts to. */
public final class Kiosk {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);
    private static final String[] PAPERS = {"Morning Post", "Evening News", "Chess Weekly"};

    private final Random random = new Random(1);

    private Kiosk() {}

    /** Runs until it is stopped with Ctrl-C. {@code -Dport=} chooses another port than 9400, 0 any that is free. */
    public static void main(String[] arguments) throws IOException {
        Kiosk kiosk = new Kiosk();
        kiosk.sell();
        HTTPServer server =
                HTTPServer.builder().port(Integer.getInteger("port", 9400)).buildAndStart();
        ScheduledExecutorService customers = Executors.newSingleThreadScheduledExecutor();
        var unused = customers.scheduleAtFixedRate(kiosk::sell, 1_000, 200, TimeUnit.MILLISECONDS);
        System.out.printf("The kiosk is open: curl -s http://localhost:%d/metrics%n", server.getPort());
    }

    private void sell() {
        LOG.info("Sold {} for {} EUR", PAPERS[random.nextInt(PAPERS.length)], 1 + random.nextInt(4));
    }
}
