package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class StatusLogReporterTest {
    private static final StatusLogReporter REPORTER = new StatusLogReporter();

    @Test
    void report_isTextAsItIs() {
        assertThat(Configurations.reported(
                        () -> {
                            REPORTER.configurationProblem("Counter 'a': '{}' is no label");
                            REPORTER.warning("Counter 'a': {} failed", null);
                            REPORTER.warning("Counter 'b'", new IllegalStateException("x"));
                            return "";
                        },
                        new ArrayList<>()))
                .containsExactly(
                        "ERROR Counter 'a': '{}' is no label", "WARN Counter 'a': {} failed", "WARN Counter 'b'");
    }
}
