package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void help_namesEachCommand() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("check", "try", "explain", "import");
    }

    @Test
    void unknownCommand_isWrongUsage() {
        assertThat(run("tyr", "rules.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("tyr");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
