package io.github.logtally.rulesfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesFileTest {
    @Test
    void rule_isAnElementOfItsKind_namedByItsKey() {
        Element rule = rule(
                """
                metrics:
                  - counter: http_requests_total
                    help: HTTP requests served
                    message: Request {method} {path} took {ms} ms status {status}
                """);

        assertThat(rule.kind()).isEqualTo("Counter");
        assertThat(rule.settings())
                .containsExactly(
                        Map.entry("name", "http_requests_total"),
                        Map.entry("help", "HTTP requests served"),
                        Map.entry("message", "Request {method} {path} took {ms} ms status {status}"));
    }

    @Test
    void kinds_areFour() {
        assertThat(read("metrics: [{counter: a}, {gauge: b}, {histogram: c}, {summary: d}]"))
                .extracting(Element::kind)
                .containsExactly("Counter", "Gauge", "Histogram", "Summary");
    }

    @Test
    void scalar_isTakenAsWritten() {
        Element rule = rule(
                """
                metrics:
                  - counter: 007
                    value: 0.10
                    maxSeries: 1e3
                    contains: NO
                    help: 'it''s'
                    unit: "a\\tb"
                    regex: |-
                      a\\d
                    native: true
                    message: 2026-01-01
                """);

        assertThat(rule.settings())
                .containsEntry("name", "007")
                .containsEntry("value", "0.10")
                .containsEntry("maxSeries", "1e3")
                .containsEntry("contains", "NO")
                .containsEntry("help", "it's")
                .containsEntry("unit", "a\tb")
                .containsEntry("regex", "a\\d")
                .containsEntry("message", "2026-01-01");
    }

    @Test
    void element_knowsWhereItAndItsSettingsStand() {
        Element rule = rule(
                """
                metrics:
                  - counter: x_total
                    level: WARN
                    labels: [{name: a, value: "{b}"}]
                """);

        assertThat(rule.origin()).satisfies(origin -> {
            assertThat(origin.start().text()).isEqualTo("rules.yaml:2:5");
            assertThat(origin.of("level").text()).isEqualTo("rules.yaml:3:5");
            assertThat(origin.of("name").text()).isEqualTo("rules.yaml:2:5");
            assertThat(origin.of("other").text()).isEqualTo("rules.yaml:2:5");
        });
        assertThat(rule.children().get(0).origin())
                .satisfies(origin -> assertThat(origin.of("value").text()).isEqualTo("rules.yaml:4:24"));
    }

    @Test
    void bytes_withByteOrderMark_areRead() {
        byte[] bytes = "\uFEFFmetrics: [{counter: a}]".getBytes(StandardCharsets.UTF_8);

        assertThat(RulesFile.read("rules.yaml", bytes).mistakes()).isEmpty();
    }

    @Test
    void fileThatIsTooLarge_isRefused() {
        assertThat(RulesFile.read("r.yaml", new byte[RulesFile.LARGEST + 1]).mistakes())
                .containsExactly("r.yaml: is larger than the 1048576 bytes allowed.");
        assertThat(RulesFile.read("r.yaml", "#".repeat(RulesFile.LARGEST + 1)).mistakes())
                .hasSize(1);
    }

    @Test
    void bytesThatAreNoUtf8_areRefused() {
        assertThat(RulesFile.read("r.yaml", "metrics: é".getBytes(StandardCharsets.ISO_8859_1))
                        .mistakes())
                .containsExactly("r.yaml: is not in UTF-8.");
    }

    @Test
    void streamThatFails_isRefused() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThat(RulesFile.read("r.yaml", failing).mistakes())
                .containsExactly("r.yaml: cannot be read: java.io.IOException: gone");
    }

    @Test
    void aliasesThatMultiply_areRefused() {
        StringBuilder yaml = new StringBuilder("metrics:\n  - &a0 {x: [1, 2, 3, 4, 5, 6, 7, 8, 9]}\n");
        for (int i = 1; i < 12; i++) {
            yaml.append("  - &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }

        assertThat(RulesFile.read("r.yaml", yaml.toString()).mistakes())
                .singleElement()
                .asString()
                .contains("is too much: 200000 values are allowed");
    }

    @Test
    void collectionsThatNestDeeply_areRefused() {
        assertThat(RulesFile.read("r.yaml", "[".repeat(500_000)).mistakes())
                .containsExactly("r.yaml:1:17: is nested deeper than the 16 levels allowed.");
        assertThat(RulesFile.read("r.yaml", "- ".repeat(500_000)).mistakes())
                .containsExactly("r.yaml:1:33: is nested deeper than the 16 levels allowed.");
    }

    private static Element rule(String yaml) {
        return read(yaml).get(0);
    }

    private static List<Element> read(String yaml) {
        RulesFile file = RulesFile.read("rules.yaml", yaml);
        assertThat(file.mistakes()).isEmpty();
        return file.elements();
    }
}
