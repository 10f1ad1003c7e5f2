package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.rules.fluentbit.FluentBitImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "documented.conf, documented.rules.yaml, 0, '3 rules, 0 to mend'",
        "shop.yaml, shop.rules.yaml, 0, '4 rules, 0 to mend'",
        "lines.conf, lines.rules.yaml, 1, '2 rules, 1 to mend'",
        "hard.conf, hard.rules.yaml, 1, '2 rules, 17 to mend'",
    })
    void configuration_becomesTheseRules(String configuration, String rules, int exitCode, String summary)
            throws IOException {
        assertThat(run("import", resource(configuration).toString())).isEqualTo(exitCode);
        assertThat(out.toString()).isEqualTo(Files.readString(resource(rules)));
        assertThat(err.toString().strip()).isEqualTo(summary);
    }

    @Test
    void output_isWrittenAndNeverOverwritten() throws IOException {
        Path rules = folder.resolve("rules.yaml");
        String configuration = resource("documented.conf").toString();

        assertThat(run("import", configuration, "-o", rules.toString())).isZero();
        assertThat(rules).hasSameTextualContentAs(resource("documented.rules.yaml"));
        assertThat(out.toString()).isEmpty();

        Files.writeString(rules, "mine");
        assertThat(run("import", configuration, "-o", rules.toString())).isEqualTo(2);
        assertThat(rules).hasContent("mine");
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("3 rules, 0 to mendimport: " + rules + ": is there already");
    }

    @Test
    void variable_isWhatTheUserSays() throws IOException {
        Path configuration = Files.writeString(
                folder.resolve("fluent-bit.conf"),
                "[FILTER]\n Name log_to_metrics\n Metric_Name ${WHAT}_total\n Metric_Description d\n Tag t\n");

        assertThat(run("import", configuration.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("TO MEND: metric_name ${WHAT}_total (line 3): what is ${WHAT}?");

        assertThat(run("import", configuration.toString(), "--set", "WHAT=orders"))
                .isZero();
        assertThat(out.toString()).contains("- counter: log_metric_counter_orders_total\n");
    }

    @Test
    void missingFile_isWrongUsage() {
        assertThat(run("import", "nowhere.conf")).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("import: nowhere.conf: no such file");
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(FluentBitImport.class.getResource(name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
