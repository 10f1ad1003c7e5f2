package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code try} says of logs that pass a bound, and which of it is a fault. */
class TryReportTest {
    private static final String ORDERS =
            "metrics:\n  - counter: orders_total\n    message: Order {id} placed\n    labels: id\n";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource({"99, false", "100, true"})
    void labelOfManyValues_isToldAndNoFault(int values, boolean told) throws IOException {
        assertThat(run(ORDERS, orders(values))).isZero();

        assertThat(out.toString()).contains("            id: " + values + " values (0, 1, 2");
        assertThat(out.toString().contains("too many for a label, see replace, map, allow and maxValues"))
                .isEqualTo(told);
    }

    @Test
    void valuesBeyondABound_areAFault() throws IOException {
        assertThat(run(ORDERS + "    maxSeries: 10\n", orders(12))).isEqualTo(1);

        assertThat(out.toString())
                .contains("id: 12 values", "; 2 events beyond the bound became 'other'")
                .doesNotContain("were not counted");
    }

    @Test
    void valuesThatAreDropped_areAFault() throws IOException {
        assertThat(run(ORDERS + "    maxSeries: 10\n    onLimit: drop\n", orders(12)))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("            2 events beyond the bound were not counted\n")
                .doesNotContain("became 'other'");
    }

    @Test
    void failures_areShownWithTheFirstThree() throws IOException {
        String rules =
                "metrics:\n  - histogram: took_seconds\n    message: took {ms} ms\n    value: '{ms}'\n    valueUnit: ms\n";

        assertThat(run(rules, lines(5, i -> "took " + (char) ('a' + i) + " ms")))
                .isEqualTo(1);

        assertThat(out.toString())
                .contains("         5  Histogram 'took_seconds': not_a_number\n", "line 3: 2026-01-01")
                .doesNotContain("line 4: ");
    }

    @Test
    void expressionThatIsSwitchedOff_isSaid() throws IOException {
        String rules = "metrics:\n  - counter: runaway_total\n    regex: (x+x+)+y\n";

        assertThat(run(rules, lines(12, i -> "x".repeat(60) + " y"))).isEqualTo(1);

        assertThat(out.toString()).containsPattern("Said by the rules\n  .*runaway_total.*\\(x\\+x\\+\\)\\+y");
    }

    @Test
    void longMessages_areCounted() throws IOException {
        String rules = "metrics:\n  - counter: x_total\n    contains: x\n";

        assertThat(run(rules, lines(3, i -> "x".repeat(i == 0 ? 10 : 3_000)))).isZero();

        assertThat(out.toString()).contains("        2 messages were longer than maxMessageLength\n");
    }

    @Test
    void linesBeyondWhatIsKept_areCounted() throws IOException {
        String rules = "metrics:\n  - counter: x_total\n    contains: x\n";

        run(rules, lines(2, i -> "x".repeat(i == 0 ? 10 : 6_000_000)));

        assertThat(out.toString()).contains("        1 lines or events were too long and were cut\n");
    }

    @Test
    void patterns_areAsManyAsAskedFor() throws IOException {
        String log = lines(3, i -> "Cache cleared") + lines(2, i -> "Pool is full") + lines(1, i -> "Something else");

        run(ORDERS, log, "--patterns", "1");

        assertThat(out.toString())
                .contains("         3  Cache cleared\n", "         3  in more patterns\n")
                .doesNotContain("  Pool is full", "  Something else");
    }

    @Test
    void whatNoLogTells_isDoubted() throws IOException {
        String rules = "metrics:\n  - counter: x_total\n    labels: {t: '{template}', a: '{arg:1:-none}'}\n";

        run(rules, orders(1));

        assertThat(out.toString())
                .contains(
                        "  a log does not tell the message template: Counter 'x_total'\n",
                        "  a log does not tell the arguments of a message ({arg:1}): Counter 'x_total'\n");
    }

    @Test
    void jsonLines_areFoundWithoutALayout() throws IOException {
        String log =
                "{\"@timestamp\":\"2026-01-01T12:00:00.000Z\",\"level\":\"INFO\",\"message\":\"Order 7 placed\"}\n";

        assertThat(run(ORDERS, log)).isZero();

        assertThat(out.toString()).contains("Layout  json", "orders_total{id=\"7\"} 1.0");
    }

    private static String orders(int count) {
        return lines(count, i -> "Order " + i + " placed");
    }

    private static String lines(int count, IntFunction<String> message) {
        return IntStream.range(0, count)
                .mapToObj(i -> "2026-01-01 12:00:00,000 INFO  [main] com.acme.Shop - " + message.apply(i) + "\n")
                .collect(Collectors.joining());
    }

    private int run(String rules, String log, String... more) throws IOException {
        String rulesFile =
                Files.writeString(directory.resolve("rules.yaml"), rules).toString();
        String logFile = Files.writeString(directory.resolve("some.log"), log).toString();
        List<String> arguments = new ArrayList<>(List.of("try", rulesFile, logFile));
        arguments.addAll(List.of(more));
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    }
}
