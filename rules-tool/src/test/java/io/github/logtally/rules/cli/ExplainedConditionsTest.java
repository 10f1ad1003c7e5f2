package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code explain} says of single conditions and of rules that cannot be explained. */
class ExplainedConditionsTest {
    private static final String LOG = Golden.RESOURCES.resolve("app.log").toString();
    private static final String ORDER = "2026-01-01 12:00:00,000 INFO  [main] com.acme.Shop - Order 7 was placed";
    private static final String JSON =
            "{\"@timestamp\":\"2026-01-01T12:00:00.000Z\",\"level\":\"INFO\",\"logger_name\":\"a.B\","
                    + "\"message\":\"hello\",\"tenant\":\"acme\",\"tags\":[\"AUDIT\"]}";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void pattern_saysHowFarItFits() throws IOException {
        assertThat(explain("message: 'Order {id} was {what} by {whom}'", "--line", ORDER))
                .isZero();

        assertThat(out.toString())
                .contains(
                        "fails    message: Order {id} was {what} by {whom}\n",
                        "           fits up to: Order {id} was \n");
    }

    @Test
    void pattern_whoseBeginningDoesNotFit_saysNothingMore() throws IOException {
        explain("message: 'Invoice {id}'", "--line", ORDER);

        assertThat(out.toString()).contains("fails    message: Invoice {id}\n").doesNotContain("fits up to");
    }

    @Test
    void expressionThatRunsAway_saysSo() throws IOException {
        explain("regex: (x+x+)+y", "--line", ORDER + "x".repeat(60) + " y");

        assertThat(out.toString()).contains("  regex_budget    regex: (x+x+)+y\n");
    }

    @Test
    void ruleWithoutCondition_saysSo() throws IOException {
        explain("labels: level", "--line", ORDER);

        assertThat(out.toString())
                .contains("Counter 'x_total': counts the event\n", "  no condition: every event\n", "{level=\"INFO\"}");
    }

    @Test
    void rootCause_isLookedAt() throws IOException {
        explain("rootCause: java.net.SocketTimeoutException", LOG, "--line-number", "29");

        assertThat(out.toString()).contains("  holds    rootCause: java.net.SocketTimeoutException\n");
    }

    @Test
    void fieldAndMarker_areLookedAt() throws IOException {
        assertThat(explain("field: tenant=acme\n    marker: AUDIT", "--line", JSON))
                .isZero();

        assertThat(out.toString())
                .contains("  marker     AUDIT\n", "  holds    field: tenant=acme\n", "  holds    marker: AUDIT\n");
    }

    @Test
    void refusedRule_isSaidAndTheOthersAreExplained() throws IOException {
        Path rules = Files.writeString(
                directory.resolve("rules.yaml"),
                "metrics:\n  - counter: wrong_total\n    mesage: x\n  - counter: right_total\n    contains: Order\n");

        assertThat(run("explain", rules.toString(), "--line", ORDER)).isEqualTo(1);

        assertThat(out.toString())
                .contains("Refused\n", "did you mean 'message'?", "Counter 'right_total': counts the event\n");
    }

    @Test
    void lineThatIsNoEvent_saysWhy() throws IOException {
        Path log = Files.writeString(directory.resolve("some.log"), "a banner\n" + ORDER + "\n");

        assertThat(explain("labels: level", log.toString(), "--line-number", "1"))
                .isEqualTo(1);

        assertThat(err.toString()).contains("explain: not an event: ", "explain: no event in line 1\n");
    }

    private int explain(String rule, String... arguments) throws IOException {
        Path rules = Files.writeString(
                directory.resolve("rules.yaml"), "metrics:\n  - counter: x_total\n    " + rule + "\n");
        String[] all = new String[arguments.length + 2];
        all[0] = "explain";
        all[1] = rules.toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return run(all);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
