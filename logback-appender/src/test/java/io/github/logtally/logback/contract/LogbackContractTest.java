package io.github.logtally.logback.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.AppenderContract;
import io.github.logtally.contract.LoggingContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract, through Logback; and where it differs from Log4j. */
class LogbackContractTest extends AppenderContract {
    @Override
    public LoggingContext open(String file) {
        return new LogbackContext(file, AppenderContract::location);
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
}
