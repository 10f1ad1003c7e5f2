package io.github.logtally.log4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.AppenderContract;
import io.github.logtally.contract.LoggingContext;
import io.prometheus.metrics.core.metrics.Counter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Reconfigurable;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.apache.logging.slf4j.Log4jLogger;
import org.apache.logging.slf4j.Log4jMarkerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, through Log4j; and what only Log4j has. */
class Log4jContractTest extends AppenderContract {
    @Override
    public LoggingContext open(String file) {
        return new Log4jContext(file, AppenderContract::location);
    }

    @Override
    public int renderingsByFramework() {
        return 1;
    }

    @Test
    void versions_areThoseTheBuildNames() {
        assertThat(jar(LoggerContext.class)).isEqualTo("log4j-core-" + System.getProperty("logtally.test.framework"));
        assertThat(jar(Counter.class))
                .isEqualTo("prometheus-metrics-core-" + System.getProperty("logtally.test.client"));
    }

    private static String jar(Class<?> type) {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1).replaceFirst("\\.jar$", "");
    }

    @Test
    void fileThatCannotBeRead_keepsTheMetricsWhateverLog4jDoes(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("log4j2.xml");
        Files.writeString(file, configuration("unreadable_total"));
        try (LoggerContext context = new LoggerContext("unreadable", null, file.toUri())) {
            context.start();
            context.getLogger("unreadable").info("text");

            Files.writeString(file, "<Configuration><Appenders><Logtally");
            context.onChange((Reconfigurable) context.getConfiguration());
            context.getLogger("unreadable").info("the old configuration goes on");
            assertThat(scrape().value("unreadable_total")).isEqualTo(2);

            context.reconfigure();
            context.getLogger("unreadable").info("Log4j has taken its default configuration");
            assertThat(scrape().value("unreadable_total")).isEqualTo(2);

            Files.writeString(file, configuration("unreadable_total"));
            context.reconfigure();
            context.getLogger("unreadable").info("text");
            assertThat(scrape().value("unreadable_total")).isEqualTo(3);
        }
    }

    private static String configuration(String metric) {
        return "<Configuration><Appenders><Logtally name='unreadable'><Counter name='" + metric
                + "' logger='unreadable'/></Logtally></Appenders>"
                + "<Loggers><Root level='INFO'><AppenderRef ref='unreadable'/></Root></Loggers></Configuration>";
    }

    /**
     * Log4j delivers all events, but for its configurations with some asynchronous loggers: these refuse a few when they are
     * replaced, before any appender sees them.
     */
    @Override
    public double delivered(double logged) {
        return Log4jContext.LOGGERS.equals("mixed-async") ? (double) DeliveredFilter.delivered() : logged;
    }

    @Test
    void customLevel_isKnownByItsName() {
        try (Log4jContext context = new Log4jContext("conditions", AppenderContract::location)) {
            for (String level : new String[] {"DEBUG", "INFO", "NOTICE", "WARN", "FATAL"}) {
                context.logger("levelCustom").log(Level.getLevel(level), "text");
            }

            context.awaitDelivery();
            assertThat(scrape().series("log4j_level_total"))
                    .isEqualTo(Map.of("{level=NOTICE}", 1.0, "{level=FATAL}", 1.0));
            assertThat(scrape().series("log4j_min_level_total"))
                    .isEqualTo(Map.of("{level=NOTICE}", 1.0, "{level=WARN}", 1.0, "{level=FATAL}", 1.0));
        }
    }

    @Test
    void field_seesTheThreadContextToo() {
        try (Log4jContext context = new Log4jContext("conditions", AppenderContract::location)) {
            context.putMdc("order", "1");
            context.info("fieldContext", "text");
            context.clearMdc();
            context.logger("fieldContext").info(structured("2"));
            new Log4jLogger(new Log4jMarkerFactory(), context.logger("fieldContext"), "fieldContext")
                    .atInfo()
                    .addKeyValue("order", 3)
                    .log("text");

            context.awaitDelivery();
            assertThat(scrape().series("log4j_field_total"))
                    .isEqualTo(Map.of("{order=1}", 1.0, "{order=2}", 1.0, "{order=3}", 1.0));
        }
    }

    @Test
    void messagesOfOtherKinds_areMatchedByTheirText() {
        try (Log4jContext context = new Log4jContext("conditions", AppenderContract::location)) {
            Logger logger = context.logger("messageKinds");
            logger.printf(Level.INFO, "Sent %d bytes by %s", 1, "printf");
            logger.info((Object) "Sent 2 bytes by object");
            logger.info(() -> "Sent 3 bytes by supplier");
            logger.info(new StringBuilder("Sent 4 bytes by builder"));
            logger.atInfo().log("Sent {} bytes by {}", 5, "fluent");

            context.awaitDelivery();
            assertThat(scrape().series("log4j_message_total"))
                    .isEqualTo(Map.of(
                            "{how=printf}", 1.0,
                            "{how=object}", 2.0,
                            "{how=supplier}", 3.0,
                            "{how=builder}", 4.0,
                            "{how=fluent}", 5.0));
        }
    }

    private static StructuredDataMessage structured(String order) {
        StructuredDataMessage message = new StructuredDataMessage("id", "text", "type");
        message.put("order", order);
        return message;
    }
}
