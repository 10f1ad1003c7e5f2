package com.example.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Stands for whatever metrics are pushed to, and keeps what it gets. */
final class Receiver implements AutoCloseable {
    /** A request: its method, its path, and its body, of which each byte is a character. */
    record Push(String method, String path, String body) {}

    private final HttpServer server;
    private final List<Push> pushes = new CopyOnWriteArrayList<>();

    Receiver(int status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> receive(exchange, status));
        server.start();
    }

    private void receive(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            byte[] body = (zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody())
                    .readAllBytes();
            pushes.add(new Push(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    new String(body, StandardCharsets.ISO_8859_1)));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    List<Push> pushes() {
        return pushes;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
