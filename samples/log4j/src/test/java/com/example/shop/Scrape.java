package com.example.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a metrics endpoint answers, in Prometheus' text format. */
record Scrape(String text) {
    static Scrape of(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return new Scrape(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }

    /** The value of a series, written as it is in the text. */
    double value(String series) {
        Map<String, Double> found = series(series);
        if (found.size() != 1) {
            throw new AssertionError(series + " is not one series of\n" + text);
        }
        return found.values().iterator().next();
    }

    /** All series of a metric together. */
    double sum(String metric) {
        return series(metric).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The series whose name is {@code prefix}, or that are {@code prefix}, labels and all. */
    Map<String, Double> series(String prefix) {
        Map<String, Double> found = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            int end = line.lastIndexOf(' ');
            String series = end < 0 ? line : line.substring(0, end);
            if (series.equals(prefix) || series.startsWith(prefix + "{")) {
                found.put(series, Double.parseDouble(line.substring(end + 1)));
            }
        });
        return found;
    }
}
