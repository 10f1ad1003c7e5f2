package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusLogReporterTest {
    private final StatusLogReporter reporter = new StatusLogReporter("metrics");

    @Test
    void report_isTextAsItIs() {
        assertThat(reported(() -> {
                    reporter.configurationProblem("Counter 'a': '{}' is no label");
                    reporter.warning("Counter 'a': {} failed", null);
                    reporter.warning("Counter 'b'", new IllegalStateException("x"));
                }))
                .containsExactly(
                        "ERROR Logtally 'metrics': Counter 'a': '{}' is no label",
                        "WARN Logtally 'metrics': Counter 'a': {} failed",
                        "WARN Logtally 'metrics': Counter 'b'");
    }

    private static List<String> reported(Runnable action) {
        return Configurations.reported(
                () -> {
                    action.run();
                    return "";
                },
                new ArrayList<>());
    }
}
