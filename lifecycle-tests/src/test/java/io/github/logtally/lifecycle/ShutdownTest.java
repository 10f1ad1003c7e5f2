package io.github.logtally.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.Scrape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ends of real JVMs, both frameworks in each. */
class ShutdownTest {
    private static final double EVENTS = 3_000;

    /** Far more than a JVM needs to end, and far less than it would take without a bound. */
    private static final long PATIENCE_SECONDS = 60;

    /** Two appenders of one second each, the time to get the turn, and what a busy machine adds. */
    private static final long MOST_MILLIS = 10_000;

    private record End(Scrape scrape, long tookMillis) {}

    @ParameterizedTest
    @ValueSource(strings = {"log4j-first", "logback-first"})
    void hooks_inEitherOrder_countAllThatWasLogged(String order, @TempDir Path directory) throws Exception {
        End end = run(order, directory);

        for (String framework : List.of("log4j", "logback")) {
            assertThat(end.scrape.value("program_" + framework + "_total")).isEqualTo(EVENTS);
            assertThat(end.scrape.value("program_" + framework + "_slow_total")).isEqualTo(EVENTS);
            assertThat(dropped(end.scrape, framework)).isZero();
        }
    }

    @Test
    void frameworksThatNobodyStops_doNotKeepTheJvmAndTheLastScrapeShowsAll(@TempDir Path directory) throws Exception {
        End end = run("never", directory);

        assertThat(end.scrape.value("program_log4j_total")).isEqualTo(EVENTS);
        assertThat(end.scrape.value("program_logback_total")).isEqualTo(EVENTS);
    }

    @Test
    void threadsThatHang_inAnArgumentOrInAScrape_doNotKeepTheJvm(@TempDir Path directory) throws Exception {
        End end = run("hanging", directory);

        assertThat(end.scrape.value("program_log4j_total")).isEqualTo(EVENTS);
        assertThat(end.scrape.value("program_logback_total")).isEqualTo(EVENTS);
        assertThat(end.tookMillis).isLessThan(MOST_MILLIS);
    }

    @Test
    void rulesThatTakeLongerThanThereIsTime_leaveTheRestToBeDropped(@TempDir Path directory) throws Exception {
        End end = run("slow", directory);

        for (String framework : List.of("log4j", "logback")) {
            double processed = end.scrape.value("logtally_events_processed_total", "appender", "program-" + framework);
            assertThat(end.scrape.value("logtally_events_accepted_total", "appender", "program-" + framework))
                    .isEqualTo(EVENTS);
            assertThat(dropped(end.scrape, framework)).isPositive().isEqualTo(EVENTS - processed);
            assertThat(end.scrape.value("program_" + framework + "_total")).isEqualTo(processed);
        }
        assertThat(end.tookMillis).isLessThan(MOST_MILLIS);
    }

    private static double dropped(Scrape scrape, String framework) {
        return scrape.value("logtally_events_dropped_total", "appender", "program-" + framework, "reason", "shutdown");
    }

    private static End run(String what, Path directory) throws Exception {
        Path file = directory.resolve("scrape.txt");
        Path output = directory.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        what,
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("the JVM ends: %s", Files.readString(output)).isTrue();
        assertThat(file).as(Files.readString(output)).exists();
        String text = Files.readString(file);
        Matcher took = Pattern.compile("# took (\\d+)").matcher(text);
        assertThat(took.find()).isTrue();
        return new End(Scrape.ofText(text), Long.parseLong(took.group(1)));
    }
}
