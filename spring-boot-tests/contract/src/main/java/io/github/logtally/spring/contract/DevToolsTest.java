package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DevTools restarts an application with its classes in a new class loader; the framework keeps its own. */
class DevToolsTest {
    @Test
    void applicationReloaded_logtallyIsNotEvenIfIncluded_andCountsGoOn(@TempDir Path folder) throws Exception {
        ForkedJvm.Result result =
                ForkedJvm.run(folder, DevToolsApplication.class, "-Dspring.devtools.restart.enabled=true");

        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output())
                .contains("generation 1 loaded by RestartClassLoader, Logtally by AppClassLoader\n")
                .contains("generation 2 loaded by RestartClassLoader, Logtally by AppClassLoader\n")
                .contains("\norders_total{shop=\"generation 1\"} 1.0\n")
                .contains("\norders_total{shop=\"generation 2\"} 1.0\n")
                .contains("\norders_total{shop=\"all generations\"} 2.0\n")
                .contains("\nlogtally_rules_refused{appender=\"metrics\"} 0.0\n");
    }
}
