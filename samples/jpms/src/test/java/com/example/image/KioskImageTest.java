package com.example.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The image of the kiosk, as it would be shipped. */
class KioskImageTest {
    private static final Path IMAGE = Path.of(System.getProperty("kiosk.image"));
    private static final String JAVA = IMAGE.resolve("bin").resolve("java").toString();

    @Test
    void kiosk_inItsImage_showsWhatItLogs() throws Exception {
        Process kiosk = new ProcessBuilder(
                        JAVA, "-Dport=0", "-p", IMAGE.resolve("app").toString(), "-m", "com.example.kiosk")
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = kiosk.inputReader(StandardCharsets.UTF_8)) {
            Matcher open = Pattern.compile(".* curl -s (http://\\S+)").matcher(String.valueOf(output.readLine()));
            assertThat(open.matches())
                    .as("The kiosk says where its metrics are")
                    .isTrue();

            assertThat(scrape(open.group(1)))
                    .containsPattern("(?m)^kiosk_sales_total\\{paper=\"[A-Z][a-z]+ [A-Z][a-z]+\"} [1-9]")
                    .containsPattern("(?m)^kiosk_revenue_total [1-9]");
        } finally {
            kiosk.destroy();
        }
    }

    @Test
    void image_hasWhatTheKioskNeedsOfTheJdk() throws Exception {
        Process java = new ProcessBuilder(JAVA, "--list-modules").start();
        try (BufferedReader output = java.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.lines().map(module -> module.replaceFirst("@.*", "")))
                    .containsExactlyInAnyOrder("java.base", "java.logging", "java.xml", "jdk.httpserver");
        }
    }

    private static String scrape(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
