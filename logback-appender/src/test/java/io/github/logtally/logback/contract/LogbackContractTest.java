package io.github.logtally.logback.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.spi.ConfigurationEvent;
import io.github.logtally.contract.AppenderContract;
import io.github.logtally.contract.LoggingContext;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MarkerFactory;

/** The contract, through Logback; and where it differs from Log4j. */
class LogbackContractTest extends AppenderContract {
    @Override
    public LoggingContext open(String file) {
        return new LogbackContext(file, AppenderContract::location);
    }

    @Override
    public int renderingsByFramework() {
        return 0;
    }

    @Override
    public double delivered(double logged) {
        return (double) DeliveredFilter.delivered();
    }

    @Test
    void versions_areThoseTheBuildNames() {
        assertThat(jar(LoggerContext.class))
                .isEqualTo("logback-classic-" + System.getProperty("logtally.test.framework"));
        assertThat(jar(Counter.class))
                .isEqualTo("prometheus-metrics-core-" + System.getProperty("logtally.test.client"));
    }

    private static String jar(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    @Test
    void fileThatCannotBeRead_keepsTheMetricsAndLogbackFallsBack(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("logback.xml");
        write(file, configuration("unreadable_total"), 1);
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        BlockingQueue<ConfigurationEvent> applied = new LinkedBlockingQueue<>();
        context.addConfigurationEventListener(event -> {
            if (event.getEventType().name().matches("CONFIGURATION_ENDED(_SUCCESSFULLY)?")) {
                applied.add(event);
            }
        });
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(file.toFile());
            await(applied);
            context.getLogger("unreadable").info("text");

            write(file, "<configuration><appender", 2);
            await(applied);
            context.getLogger("unreadable").info("the old configuration is back");
            assertThat(scrape().value("unreadable_total")).isEqualTo(2);

            write(file, configuration("readable_total"), 3);
            await(applied);
            context.getLogger("unreadable").info("text");
            assertThat(scrape().value("readable_total")).isEqualTo(1);
            assertThat(scrape().names()).doesNotContain("unreadable_total");
        } finally {
            context.stop();
        }
    }

    private static void await(BlockingQueue<ConfigurationEvent> applied) throws InterruptedException {
        assertThat(applied.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isNotNull();
    }

    /** In one step: Logback would take what it sees in between for another change. */
    private static void write(Path file, String text, long modified) throws IOException {
        Path written = file.resolveSibling("written.xml");
        Files.writeString(written, text);
        Files.setLastModifiedTime(written, FileTime.from(modified, TimeUnit.DAYS));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String configuration(String metric) {
        return "<configuration scan='true' scanPeriod='20 milliseconds'>"
                + "<appender name='unreadable' class='io.github.logtally.logback.LogtallyAppender'><counter><name>"
                + metric + "</name><logger>unreadable</logger></counter></appender>"
                + "<root level='INFO'><appender-ref ref='unreadable'/></root></configuration>";
    }

    @Test
    void field_isKeptApartFromTheMdc() {
        try (LoggingContext context = open("conditions")) {
            context.putMdc("order", "1");
            context.info("fieldContext", "text");
            context.clearMdc();
            context.logFields("fieldContext", Map.of("order", 2));

            assertThat(scrape().series("logback_field_total")).isEqualTo(Map.of("{order=2}", 1.0));
        }
    }

    @Test
    void markers_maySeveralBeOnOneEvent() {
        try (LogbackContext context = new LogbackContext("conditions", AppenderContract::location)) {
            context.logger("markers")
                    .atInfo()
                    .addMarker(MarkerFactory.getMarker("FIRST"))
                    .addMarker(MarkerFactory.getMarker("SECOND"))
                    .log("text");

            assertThat(scrape().series("logback_markers_total")).isEqualTo(Map.of("{marker=FIRST}", 1.0));
        }
    }
}
