package com.example.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.logtally.prometheus.Promtool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus' own checker says of the files, and that no rule is without a test of it. */
@Tag("promtool")
class RuleFilesTest {
    private static final Path TESTS = Path.of("src/test/prometheus");

    /** Unit tests of rules cannot write native histograms: the fleet's test has these. */
    private static final String NATIVE = "provider:checkout_payment";

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "remote-write.yml"})
    void configuration_isValid(String file) throws Exception {
        assertPasses(Promtool.run(Rules.DIRECTORY, "check", "config", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording.yml", "alerts.yml"})
    void rules_areValid(String file) throws Exception {
        assertPasses(Promtool.run(Rules.DIRECTORY, "check", "rules", "--lint-fatal", file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recording-test.yml", "alerts-test.yml", "discovery-test.yml"})
    void rules_passTheirUnitTests(String file) throws Exception {
        assertPasses(Promtool.run(TESTS, "test", "rules", file));
    }

    @Test
    void everyAlert_isTestedWhereItFiresAndWhereItDoesNot() throws IOException {
        Set<String> fires = new TreeSet<>();
        Set<String> doesNot = new TreeSet<>();
        for (JsonNode test : Rules.yaml(TESTS.resolve("alerts-test.yml")).path("tests")) {
            for (JsonNode alert : test.path("alert_rule_test")) {
                (alert.path("exp_alerts").isEmpty() ? doesNot : fires)
                        .add(alert.path("alertname").asText());
            }
        }
        Set<String> alerts = Rules.alerts().stream().map(Rules.Rule::name).collect(Collectors.toSet());

        assertThat(fires).isEqualTo(alerts);
        assertThat(doesNot).isEqualTo(alerts);
    }

    @Test
    void everyRecordingRule_isTested() throws IOException {
        StringBuilder tested = new StringBuilder();
        for (JsonNode test : Rules.yaml(TESTS.resolve("recording-test.yml")).path("tests")) {
            test.path("promql_expr_test")
                    .forEach(expression ->
                            tested.append(expression.path("expr").asText()).append('\n'));
        }

        assertThat(Rules.recording())
                .extracting(Rules.Rule::name)
                .filteredOn(name -> !name.startsWith(NATIVE))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tested.toString()).contains(name));
    }

    @Test
    void everyQueryOfDiscovery_isTestedAsItStandsInThePage() throws IOException {
        List<String> tested = new ArrayList<>();
        for (JsonNode test : Rules.yaml(TESTS.resolve("discovery-test.yml")).path("tests")) {
            test.path("promql_expr_test")
                    .forEach(expression -> tested.add(expression.path("expr").asText()));
        }

        assertThat(PageQueries.of(Path.of("docs/rules.md"))).isNotEmpty().containsExactlyInAnyOrderElementsOf(tested);
    }

    private static void assertPasses(Promtool run) {
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("SUCCESS");
    }
}
