package com.example.migrating;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Tools that read the log file, and the rules that count the same. What a tool would count is found out with its own expressions,
 * on the file that Logback wrote.
 */
class ShippersTest {
    private static final Path CONFIGURATIONS = Path.of("src/test/resources/shippers");

    @TempDir
    private static Path directory;

    private static List<String> lines;

    @BeforeAll
    static void logToAFile() throws Exception {
        Path log = directory.resolve("app.log");
        System.setProperty("app.log", log.toString());
        Application.configure("/shippers/logback.xml");
        Application.serve();
        ((LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        lines = Files.readAllLines(log);
    }

    @Test
    void fluentBit_countsTheSame() throws IOException {
        String filters = read("fluent-bit.conf");

        assertThat(values(filters, "label_field +(\\w+)")).containsExactly("method", "status", "method");
        assertCountedAlike(
                values(read("parsers.conf"), "regex +(.+)").get(0),
                values(filters, "exclude +path (.+)").get(0));
    }

    @Test
    void mtail_countsTheSame() throws IOException {
        String program = read("requests.mtail");

        assertThat(program).contains("by method, status");
        assertCountedAlike(
                values(program, "^/(.+)/ \\{").get(0),
                values(program, "!~ /(.+)/").get(0));
    }

    @Test
    void promtail_countsTheSame() throws IOException {
        List<String> expressions = values(read("promtail.yaml"), "expression: '(.+)'");

        assertCountedAlike(expressions.get(0), expressions.get(1));
    }

    private static void assertCountedAlike(String expression, String excludedPath) {
        Pattern request = Pattern.compile(expression.replace("(?P<", "(?<"));
        Pattern excluded = Pattern.compile(excludedPath.replace("\\/", "/"));
        Map<Map<String, String>, Double> counts = new HashMap<>();
        Map<Map<String, String>, Double> seconds = new HashMap<>();
        for (String line : lines) {
            Matcher matcher = request.matcher(line);
            if (matcher.find() && !excluded.matcher(matcher.group("path")).find()) {
                Map<String, String> labels =
                        new TreeMap<>(Map.of("method", matcher.group("method"), "status", matcher.group("status")));
                counts.merge(labels, 1.0, Double::sum);
                seconds.merge(
                        Map.of("method", matcher.group("method")),
                        Integer.parseInt(matcher.group("ms")) / 1000.0,
                        Double::sum);
            }
        }

        assertThat(counts).hasSize(4);
        assertThat(Application.counted("shop_http_requests")).isEqualTo(counts);
        assertThat(Application.sums("shop_http_request_duration_seconds").keySet())
                .isEqualTo(seconds.keySet());
        Application.sums("shop_http_request_duration_seconds")
                .forEach((labels, sum) -> assertThat(sum).isCloseTo(seconds.get(labels), Offset.offset(1e-9)));
    }

    private static List<String> values(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static String read(String file) throws IOException {
        return Files.readString(CONFIGURATIONS.resolve(file));
    }
}
