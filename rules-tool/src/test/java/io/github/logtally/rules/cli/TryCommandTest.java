package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryCommandTest {
    private static final String RULES = Golden.RESOURCES.resolve("rules.yaml").toString();
    private static final String LOG = Golden.RESOURCES.resolve("app.log").toString();

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void log_isWhatTheLayoutWrites() {
        Golden.compare("app.log", ShopLog.text());
    }

    @Test
    void report_ofTheShop() {
        assertThat(run("try", RULES, LOG, "--layout", ShopLog.LAYOUT)).isEqualTo(1);
        assertThat(err.toString()).isEmpty();
        Golden.compare("report.txt", out.toString());
    }

    @Test
    void report_isTheSameWithoutLayout() throws IOException {
        assertThat(run("try", RULES, LOG)).isEqualTo(1);

        assertThat(out.toString()).isEqualTo(Files.readString(Golden.RESOURCES.resolve("report.txt")));
    }

    @Test
    void metrics_goToAFile() throws IOException {
        Path metrics = directory.resolve("metrics.txt");

        run("try", RULES, LOG, "--metrics", metrics.toString());

        assertThat(out.toString()).doesNotContain("# HELP");
        assertThat(Files.readString(metrics))
                .startsWith("# HELP exceptions_total")
                .contains("http_request_duration_seconds_count{method=\"GET\"} 9");
    }

    @Test
    void compressedLog_isTheSame() throws IOException {
        Path compressed = directory.resolve("app.log.gz");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(Path.of(LOG), gzip);
        }

        run("try", RULES, compressed.toString());

        assertThat(out.toString().replace("app.log.gz", "app.log"))
                .isEqualTo(Files.readString(Golden.RESOURCES.resolve("report.txt")));
    }

    @Test
    void rulesThatFit_areFine() throws IOException {
        Path rules =
                write("rules.yaml", "metrics:\n  - counter: orders_total\n    message: Order {id} placed by {*}\n");

        assertThat(run("try", rules.toString(), LOG)).isZero();
        assertThat(out.toString()).contains("orders_total 12.0");
    }

    @Test
    void mistakeInRules_isFound() throws IOException {
        Path rules = write("rules.yaml", "metrics:\n  - counter: orders_total\n    mesage: x\n");

        assertThat(run("try", rules.toString(), LOG)).isEqualTo(1);
        assertThat(out.toString()).contains("Mistakes in the rules", "did you mean 'message'?");
    }

    @Test
    void logOfAnotherLayout_saysWhatDoesNotFit() throws IOException {
        assertThat(run("try", RULES, LOG, "--layout", "%d [%t] %msg%n")).isEqualTo(1);
        assertThat(out.toString()).contains("0 events", "line 1: 2026-01-01", "column 24 is not ' ['");
    }

    @Test
    void unknownLayout_isWrongUsage() throws IOException {
        Path log = write("strange.log", "a line of nobody's\n");

        assertThat(run("try", RULES, log.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("say by --layout");
    }

    @Test
    void layoutThatCannotBeRead_isWrongUsage() {
        assertThat(run("try", RULES, LOG, "--layout", "%d %foo %msg")).isEqualTo(2);
        assertThat(err.toString()).contains("--layout: '%foo %msg': there is no such conversion word");
    }

    @Test
    void missingFile_isWrongUsage() {
        assertThat(run("try", RULES, "nowhere.log")).isEqualTo(2);
        assertThat(err.toString()).contains("nowhere.log: no such file");
    }

    @Test
    void progress_isShownWhereItIsAskedFor() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("2026-01-01 12:00:00,000 INFO  [main] com.acme.Shop - Order ")
                    .append(i)
                    .append(" placed\n");
        }
        Path log = write("long.log", lines.toString().repeat(40));

        run("try", RULES, log.toString(), "--progress");

        assertThat(err.toString()).contains(" M lines/s");
        assertThat(out.toString()).contains("400,000 events");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
