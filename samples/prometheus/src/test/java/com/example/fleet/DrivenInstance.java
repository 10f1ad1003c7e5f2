package com.example.fleet;

import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** An instance that does what its standard input says, a line for each, such as {@code 10 request 200}, and nothing else. */
final class DrivenInstance {
    private DrivenInstance() {}

    public static void main(String[] arguments) throws IOException {
        Checkout checkout = new Checkout();
        try (HTTPServer server = HTTPServer.builder().port(0).buildAndStart();
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.getPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] words = line.split(" ");
                int times = Integer.parseInt(words[0]);
                for (int i = 0; i < times; i++) {
                    act(checkout, words[1], words[2], i);
                }
                System.out.println("done");
            }
        }
    }

    private static void act(Checkout checkout, String what, String how, int number) {
        switch (what) {
            case "request" -> checkout.request("POST", "/orders/" + number, 20, Integer.parseInt(how));
            case "pay" -> checkout.pay("card", how.equals("soon") ? how : Integer.parseInt(how) + 10 * number);
            case "search" -> checkout.search(how + number, 1);
            default -> throw new IllegalArgumentException(what);
        }
    }
}
