package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
        Path compressed = directory.resolve("app.log.1");
        try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(Path.of(LOG), gzip);
        }

        run("try", RULES, compressed.toString());

        assertThat(out.toString().replace("app.log.1", "app.log"))
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
    void unknownLayout_isSaidWithTheLineThatThereIs() throws IOException {
        Path log = write("strange.log", "\na line of nobody's\nand another\n");

        assertThat(run("try", RULES, log.toString())).isEqualTo(2);
        assertThat(err.toString())
                .contains("say by --layout", "It begins with: a line of nobody's")
                .hasLineCount(1);
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
    void emptyLog_isSaid() throws IOException {
        assertThat(run("try", RULES, write("empty.log", "").toString())).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("try: the log is empty");
    }

    @Test
    void folder_isSaidByItsName() {
        assertThat(run("try", RULES, directory.toString())).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("try: " + directory + ": is a folder");
    }

    @Test
    void compressedLogThatIsCut_isSaidByItsName() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            Files.copy(Path.of(LOG), gzip);
        }
        Path log = Files.write(
                directory.resolve("cut.log.gz"), Arrays.copyOf(compressed.toByteArray(), compressed.size() / 2));

        assertThat(run("try", RULES, log.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("try: " + log + ": the compressed file is cut or broken: ");
    }

    @Test
    void logOfAnotherEncoding_isReadInIt() throws IOException {
        Path rules = write("rules.yaml", "metrics:\n  - counter: calls_total\n    message: Facture {id} calculée 😀\n");
        String text = "2026-01-01 12:00:00,000 INFO  [main] a.B - Facture 1 calculée 😀\n".repeat(2000);
        Path utf16 = Files.write(directory.resolve("utf16.log"), text.getBytes(StandardCharsets.UTF_16));
        Path utf16le = Files.write(directory.resolve("utf16le.log"), text.getBytes(StandardCharsets.UTF_16LE));
        Path marked = Files.write(directory.resolve("utf8.log"), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));

        assertThat(run("try", rules.toString(), utf16.toString())).isZero();
        assertThat(run("try", rules.toString(), utf16le.toString(), "--charset", "UTF-16LE"))
                .isZero();
        assertThat(run("try", rules.toString(), marked.toString())).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().split("calls_total 2000\\.0", -1)).hasSize(4);
    }

    @Test
    void logThatIsNotInUtf8_isSaid() throws IOException {
        String text = "2026-01-01 12:00:00,000 INFO  [main] a.B - Facture 1 calculée\n";
        Path log = Files.write(directory.resolve("latin.log"), text.getBytes(StandardCharsets.ISO_8859_1));

        run("try", RULES, log.toString());
        assertThat(err.toString()).contains("try: the log is not in UTF-8: say by --charset");
        err.getBuffer().setLength(0);
        run("try", RULES, log.toString(), "--charset", "windows-1252");
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("Facture {p1} calculée");
    }

    @Test
    void levelsOfTheApplication_areEventsAndAreTold() throws IOException {
        Path log = write(
                "audit.log",
                """
                2026-01-01 12:00:00,000 INFO  [main] a.B - Login of 1
                2026-01-01 12:00:00,000 AUDIT [main] a.B - Login of 2
                2026-01-01 12:00:00,000 DIAG_2 [main] a.B - Login of 3
                """);
        Path rules = write(
                "rules.yaml", "metrics:\n  - counter: logins_total\n    message: Login of {*}\n    labels: level\n");

        assertThat(run("try", rules.toString(), log.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "logins_total{level=\"AUDIT\"} 1.0",
                        "logins_total{level=\"DIAG_2\"} 1.0",
                        "logins_total{level=\"INFO\"} 1.0",
                        "  AUDIT: how severe this level is; it stands in 1 event, which minLevel does not take")
                .doesNotContain("INFO: how severe", "go on with the event");
    }

    @Test
    void lineThatIsAlmostAnEvent_isTold() throws IOException {
        Path log = write(
                "padded.log",
                """
                2026-01-01 12:00:00,000 INFO  [main] a.B - Login of 1
                  with a password
                2026-01-01 12:00:00,000 WARN    [main] a.B - Login of 2
                """);

        run("try", RULES, log.toString());

        assertThat(out.toString())
                .contains(
                        """
                        Lines with a date as an event has it, that go on with the event before them: 1
                                    line 3: 2026-01-01 12:00:00,000 WARN    [main] a.B - Login of 2
                        """,
                        "            column 30 is not ' ['");
    }

    @Test
    void coloredLog_isReadWithoutLayout() throws IOException {
        Path log = write(
                "colors.log",
                "\u001B[2m2026-01-01 12:00:00,000\u001B[0;39m \u001B[32mINFO \u001B[0m [main] a.B - Hello\n");

        run("try", RULES, log.toString());

        assertThat(out.toString()).contains("1 line, 1 event");
    }

    @Test
    void progress_isShownWhereItIsAskedFor() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("2026-01-01 12:00:00,000 INFO  [main] com.acme.Shop - Order ")
                    .append(i)
                    .append(" placed\n");
        }
        Path log = write("long.log", lines.toString());

        run("try", RULES, log.toString(), "--progress");

        assertThat(err.toString()).contains(" M lines/s");
        assertThat(out.toString()).contains("10,000 events");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text, StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
