package com.example.fleet;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One instance of the application, with traffic, and its metrics on a port. */
final class Instance {
    private final Checkout checkout = new Checkout();
    private final Random random;

    private Instance(int seed) {
        random = new Random(seed);
    }

    /** Runs until whoever started it is gone. The argument is the port. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        HTTPServer server = HTTPServer.builder().port(port).buildAndStart();
        var unused = thread.scheduleAtFixedRate(new Instance(port)::step, 0, 20, TimeUnit.MILLISECONDS);
        System.in.transferTo(OutputStream.nullOutputStream());
        thread.shutdownNow();
        server.close();
    }

    private void step() {
        switch (random.nextInt(10)) {
            case 0, 1 -> checkout.pay(random.nextInt(3) == 0 ? "invoice" : "card", 50 + random.nextInt(400));
            case 2, 3 -> checkout.search(term(), random.nextInt(30));
            default -> checkout.request("POST", "/orders/" + random.nextInt(1_000), 5 + random.nextInt(60), status());
        }
    }

    private int status() {
        int chance = random.nextInt(100);
        return chance < 2 ? 503 : chance < 5 ? 404 : 200;
    }

    /** A few terms are common, the others are never the same again. */
    private String term() {
        return random.nextBoolean() ? "shoes" : "gift " + Integer.toString(random.nextInt(1_000_000), 36);
    }
}
