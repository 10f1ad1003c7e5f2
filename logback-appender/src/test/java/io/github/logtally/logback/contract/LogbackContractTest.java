package io.github.logtally.logback.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.AppenderContract;
import io.github.logtally.contract.LoggingContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
