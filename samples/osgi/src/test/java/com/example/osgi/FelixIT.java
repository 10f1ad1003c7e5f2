package com.example.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts Felix as the sample's command does, with each logging framework, reads the metrics, and stops it. */
@Timeout(60)
class FelixIT {
    private static final Path FELIX = Path.of(System.getProperty("felix.directory"));
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/metrics");

    @TempDir
    Path cache;

    @ParameterizedTest
    @ValueSource(strings = {"log4j", "logback"})
    void metrics_areShownUntilTheFrameworkStops(String framework) throws Exception {
        Process felix = start(framework);
        List<String> output = new ArrayList<>();
        try (BufferedReader lines = felix.inputReader()) {
            String metrics = scrape(address(lines, output));

            assertThat(metrics)
                    .contains("shop_http_requests_total{method=\"GET\",status=\"200\"} ")
                    .contains("shop_http_request_duration_seconds_count{method=\"GET\"} ")
                    .contains("logtally_rules_refused{appender=\"metrics\"} 0.0");
            felix.toHandle().destroy();
            lines.lines().forEach(output::add);
        } finally {
            felix.toHandle().destroy();
        }
        assertThat(felix.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(output).noneMatch(line -> line.contains("ERROR") || line.contains("Exception"));
    }

    private Process start(String framework) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dport=0",
                        "-Dfelix.home=file:.",
                        "-Dfelix.config.properties=file:conf/" + framework + ".properties",
                        "-Dorg.osgi.framework.storage=" + cache,
                        "-jar",
                        "bin/felix.jar")
                .directory(FELIX.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Where the endpoint says that the metrics are, as soon as the shop has logged. */
    private static String address(BufferedReader lines, List<String> output) throws IOException {
        String address = null;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            output.add(line);
            Matcher found = ADDRESS.matcher(line);
            if (found.find()) {
                address = found.group();
            }
            if (line.equals("The shop is open.")) {
                return address;
            }
        }
        throw new AssertionError("The shop has not opened:\n" + String.join("\n", output));
    }

    private static String scrape(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
