package io.github.logtally.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Prometheus' HTTP API. Any thread. */
public final class PrometheusApi {
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    /** A series of an answer, without what a native histogram has besides its name. */
    public record Sample(Map<String, String> labels, double value, double time) {
        public Sample {
            labels = Map.copyOf(labels);
        }

        /** The value of a label, or the empty text where the series does not have it. */
        public String label(String name) {
            return labels.getOrDefault(name, "");
        }
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final Duration deadline;

    /**
     * The API of this server.
     *
     * @param deadline how long to wait for what must come
     */
    public PrometheusApi(URI address, Duration deadline) {
        this.address = address;
        this.deadline = deadline;
    }

    /**
     * What an expression gives now.
     *
     * @throws IOException if Prometheus does not take the expression; the message says why
     */
    public List<Sample> query(String expression) throws IOException {
        return samples(get("/api/v1/query?query=" + encoded(expression)));
    }

    /** What an expression gave at this time, in seconds. */
    public List<Sample> query(String expression, double time) throws IOException {
        return samples(get("/api/v1/query?query=" + encoded(expression) + "&time=" + time));
    }

    /** The data of the answer to this path and query of the API. */
    public JsonNode get(String path) throws IOException {
        HttpResponse<String> answer = send(path);
        JsonNode root = json.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + root.path("error").asText());
        }
        return root.path("data");
    }

    /** The text of any other page. */
    public String page(String path) throws IOException {
        return send(path).body();
    }

    /** Asks until an expression gives what is looked for. */
    public List<Sample> await(String expression, Predicate<List<Sample>> wanted) throws IOException {
        return await(() -> query(expression), wanted, expression);
    }

    /** Asks until an expression gives one series with this value. */
    public Sample awaitValue(String expression, double value) throws IOException {
        return await(
                        expression,
                        samples -> samples.size() == 1 && samples.get(0).value() == value)
                .get(0);
    }

    /** Asks until a page of the API has what is looked for. */
    public JsonNode awaitPage(String path, Predicate<JsonNode> wanted) throws IOException {
        return await(() -> get(path), wanted, path);
    }

    /** The exemplars of the series of an expression, each with its labels; {@code of} are the labels of its series. */
    public List<Map<String, String>> awaitExemplars(String expression) throws IOException {
        Instant now = Instant.now();
        String path = "/api/v1/query_exemplars?query=" + encoded(expression)
                + "&start=" + now.minusSeconds(3600).getEpochSecond()
                + "&end=" + now.plusSeconds(3600).getEpochSecond();
        List<Map<String, String>> exemplars = new ArrayList<>();
        for (JsonNode series : awaitPage(path, data -> !data.isEmpty())) {
            series.path("exemplars").forEach(exemplar -> exemplars.add(labels(exemplar.path("labels"))));
        }
        return exemplars;
    }

    /** An expression as part of a URL. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private <T> T await(Question<T> question, Predicate<T> wanted, String about) throws IOException {
        long end = System.nanoTime() + deadline.toNanos();
        T answer = question.ask();
        while (!wanted.test(answer)) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("after " + deadline + " " + about + " gives " + answer);
            }
            LockSupport.parkNanos(POLL_NANOS);
            answer = question.ask();
        }
        return answer;
    }

    private HttpResponse<String> send(String path) throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(path);
        }
    }

    private static List<Sample> samples(JsonNode data) {
        List<Sample> samples = new ArrayList<>();
        for (JsonNode series : data.path("result")) {
            JsonNode value = series.path("value");
            samples.add(new Sample(
                    labels(series.path("metric")),
                    number(value.path(1).asText()),
                    value.path(0).asDouble()));
        }
        return samples;
    }

    private static Map<String, String> labels(JsonNode metric) {
        Map<String, String> labels = new LinkedHashMap<>();
        metric.properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text.replace("Inf", "Infinity"));
    }
}
