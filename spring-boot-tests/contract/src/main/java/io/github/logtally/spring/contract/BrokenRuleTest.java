package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rule with a mistake in it costs nothing but itself, and is heard of. */
class BrokenRuleTest {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenRuleTest.class);

    private static ForkedJvm.Result early = new ForkedJvm.Result(-1, "");

    /** An application that logs before Spring Boot begins, with a configuration that the framework finds by itself. */
    @BeforeAll
    static void runEarlyApplication(@TempDir Path folder) throws Exception {
        String file = Framework.current().file();
        try (InputStream configuration = BrokenRuleTest.class.getResourceAsStream("/broken/" + file)) {
            Files.copy(Objects.requireNonNull(configuration), folder.resolve(file));
        }
        early = ForkedJvm.run(folder, EarlyApplication.class, "-Dspring.devtools.restart.enabled=false");
    }

    /** Spring Boot 4 goes on with the file that Log4j has. */
    @AfterAll
    static void leaveNoBrokenRule() {
        RunningApplication.startWithLogging(Framework.current().springFile()).close();
    }

    @Test
    void configurationOfSpringBoot_applicationStarts_andTheOtherRulesRun() throws IOException {
        try (RunningApplication application = RunningApplication.startWithLogging(
                "broken/" + Framework.current().file())) {
            LOG.info("Order from {}", "broken rule");
            assertThat(application.scrape())
                    .contains("\norders_total{shop=\"broken rule\"} 1.0\n")
                    .contains("\nlogtally_rules_refused{appender=\"metrics\"} 1.0\n")
                    .doesNotContain("broken_total");
        }
    }

    @Test
    void configurationOfTheFramework_applicationStarts_andTheOtherRulesRun() {
        assertThat(early.exitCode()).as(early.output()).isZero();
        assertThat(early.output())
                .contains("\norders_total{shop=\"running\"} 1.0\n")
                .contains("\nlogtally_rules_refused{appender=\"metrics\"} 1.0\n");
    }

    @Test
    void configurationOfTheFramework_countsWhatIsLoggedBeforeSpringBoot() {
        assertThat(early.output()).contains("\norders_total{shop=\"before Spring Boot\"} 1.0\n");
    }

    @Test
    void mistake_isSaidOnTheConsole() {
        assertThat(early.output()).contains("'broken_total'").contains("nobody");
    }
}
