package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {
    private static final int LINES_BETWEEN_LOOKS = 4096;

    @TempDir
    Path directory;

    private final StringWriter err = new StringWriter();
    private long now = -5;

    @Test
    void lines_readInAMoment_areNotShown() throws IOException {
        try (LogInput input = input()) {
            ProgressBar bar = new ProgressBar(input, new PrintWriter(err), () -> now, false);
            now += TimeUnit.MILLISECONDS.toNanos(249);
            read(bar, 3 * LINES_BETWEEN_LOOKS);
            bar.end();
        }

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void lines_readForLonger_areShownFourTimesASecondAndClearedAtTheEnd() throws IOException {
        try (LogInput input = input()) {
            ProgressBar bar = new ProgressBar(input, new PrintWriter(err), () -> now, false);
            now += TimeUnit.MILLISECONDS.toNanos(500);
            read(bar, 3 * LINES_BETWEEN_LOOKS);
            now += TimeUnit.MILLISECONDS.toNanos(500);
            read(bar, 3 * LINES_BETWEEN_LOOKS);
            bar.end();
        }

        assertThat(err.toString().split("\r", -1))
                .hasSize(4)
                .satisfies(parts -> assertThat(parts[1]).startsWith("[####").contains("4,096 lines, 0.0 MB/s, 0.01 M"))
                .satisfies(parts -> assertThat(parts[2]).contains("4,096 lines"))
                .satisfies(parts -> assertThat(parts[3]).isEqualTo("\u001B[2K"));
    }

    @Test
    void lines_askedFor_areShownAtOnce() throws IOException {
        try (LogInput input = input()) {
            ProgressBar bar = new ProgressBar(input, new PrintWriter(err), () -> now, true);
            read(bar, LINES_BETWEEN_LOOKS);
        }

        assertThat(err.toString()).contains("4,096 lines");
    }

    private static void read(ProgressBar bar, int lines) {
        for (int line = 1; line <= lines; line++) {
            bar.lines(line);
        }
    }

    private LogInput input() throws IOException {
        Path log = Files.writeString(directory.resolve("app.log"), "a line\n");
        return LogInput.open(log.toString(), StandardCharsets.UTF_8);
    }
}
