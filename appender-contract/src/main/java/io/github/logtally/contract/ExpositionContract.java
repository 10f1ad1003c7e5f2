package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own parser says of a scrape. It runs where {@code promtool} is: with the profile {@code promtool}. */
interface ExpositionContract extends AppenderFixture {
    /** Of the tests that need {@code promtool}. */
    String PROMTOOL = "promtool";

    /** What {@code promtool} gives for text that it cannot parse. */
    int NOT_PARSED = 1;

    @Test
    @Tag(PROMTOOL)
    default void scrapeWithOddLabelValues_isValidForPrometheus(@TempDir Path directory) throws Exception {
        try (LoggingContext context = open("hostile")) {
            HostileEventContract.logOddTexts(context, "exposed");
            assertThat(scrape().series("hostile_exposed_total")).hasSize(HostileEventContract.ODD_TEXTS.size());

            Result ours = check(Scrape.text(PrometheusRegistry.defaultRegistry, "hostile_exposed"), directory);
            assertThat(ours.output).isEmpty();
            assertThat(ours.exitCode).isZero();
            Result own = check(Scrape.text(PrometheusRegistry.defaultRegistry, "logtally_"), directory);
            assertThat(own.output).isEmpty();
            assertThat(own.exitCode).isZero();
            Result all = check(Scrape.text(PrometheusRegistry.defaultRegistry, ""), directory);
            assertThat(all.exitCode).as(all.output).isNotEqualTo(NOT_PARSED);
        }
    }

    @Test
    @Tag(PROMTOOL)
    default void promtool_refusesWhatIsNoText(@TempDir Path directory) throws Exception {
        assertThat(check("# TYPE x counter\nx{a=\"\n\"} 1\n", directory).exitCode)
                .isEqualTo(NOT_PARSED);
    }

    /** How a run of {@code promtool} ended, and what it said. */
    record Result(int exitCode, String output) {}

    private static Result check(String text, Path directory) throws IOException, InterruptedException {
        Path said = directory.resolve("said");
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try (OutputStream in = promtool.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Result(promtool.waitFor(), Files.readString(said));
    }
}
