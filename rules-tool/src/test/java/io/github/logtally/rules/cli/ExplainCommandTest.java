package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    private static final String RULES = Golden.RESOURCES.resolve("rules.yaml").toString();
    private static final String LOG = Golden.RESOURCES.resolve("app.log").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void line_isExplained() {
        String line = "2026-01-01 12:00:00,274 INFO  [worker-1] com.acme.web.Dispatcher"
                + " - Request GET /orders/100 took 3 ms status 200";

        assertThat(run("explain", RULES, "--line", line)).isZero();
        assertThat(err.toString()).isEmpty();
        Golden.compare("explain.txt", out.toString());
    }

    @Test
    void lineOfAStackTrace_isItsEvent() {
        assertThat(run("explain", RULES, LOG, "--line-number", "32")).isZero();
        assertThat(out.toString())
                .contains(
                        "Event in line 29",
                        "exception  java.lang.IllegalStateException",
                        "exception  java.net.SocketTimeoutException",
                        "Counter 'exceptions_total': counts the event",
                        "{level=\"ERROR\", exception=\"IllegalStateException\", tenant=\"none\"}");
    }

    @Test
    void excludedLine_saysByWhat() {
        assertThat(run("explain", RULES, LOG, "--line-number", "26")).isZero();
        assertThat(out.toString()).contains("Exclude: takes the event away", "holds    contains: /health");
    }

    @Test
    void valueThatCannotBeRead_isSaid() {
        assertThat(run("explain", RULES, LOG, "--line-number", "27")).isZero();
        assertThat(out.toString()).contains("meets the event and cannot count it: not_a_number");
    }

    @Test
    void lineThatIsNotThere_isFound() {
        assertThat(run("explain", RULES, LOG, "--line-number", "9999")).isEqualTo(1);
        assertThat(err.toString()).contains("no event in line 9999");
    }

    @Test
    void neitherLineNorLog_isWrongUsage() {
        assertThat(run("explain", RULES)).isEqualTo(2);
        assertThat(err.toString()).contains("give either --line, or LOG and --line-number");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
