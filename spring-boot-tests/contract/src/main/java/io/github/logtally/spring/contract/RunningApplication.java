package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that serves its metrics over HTTP until it is closed. */
record RunningApplication(ConfigurableApplicationContext context) implements AutoCloseable {
    private static final String TEXT = "text/plain";

    /** Runs it. */
    static RunningApplication start(String... arguments) {
        return new RunningApplication(new SpringApplicationBuilder(Application.class).run(arguments));
    }

    /** Runs it with a listener to what happens before there is a context. */
    static RunningApplication start(ApplicationListener<?> listener) {
        return new RunningApplication(new SpringApplicationBuilder(Application.class)
                .listeners(listener)
                .run());
    }

    /** Runs it with a configuration file of the framework, from the class path. */
    static RunningApplication startWithLogging(String file) {
        return start("--logging.config=classpath:" + file);
    }

    /** What {@code /actuator/prometheus} answers, which must be an answer. */
    String scrape() {
        return get("", TEXT);
    }

    /** The same in OpenMetrics' format. */
    String scrapeOpenMetrics() {
        return get("", "application/openmetrics-text; version=1.0.0; charset=utf-8");
    }

    /** The same of one metric alone. */
    String scrapeOnly(String name) {
        return get("?includedNames=" + name, TEXT);
    }

    PrometheusRegistry registry() {
        return context.getBean(PrometheusRegistry.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private String get(String query, String format) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        URI address = URI.create("http://localhost:" + port + "/actuator/prometheus" + query);
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", format).build();
        try {
            HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
