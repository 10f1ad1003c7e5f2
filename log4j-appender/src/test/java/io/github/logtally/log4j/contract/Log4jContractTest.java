package io.github.logtally.log4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.contract.AppenderContract;
import io.github.logtally.contract.LoggingContext;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.apache.logging.slf4j.Log4jLogger;
import org.apache.logging.slf4j.Log4jMarkerFactory;
import org.junit.jupiter.api.Test;

/** The contract, through Log4j; and what only Log4j has. */
class Log4jContractTest extends AppenderContract {
    @Override
    public LoggingContext open(String file) {
        return new Log4jContext(file, AppenderContract::location);
    }

    @Test
    void customLevel_isKnownByItsName() {
        try (Log4jContext context = new Log4jContext("conditions", AppenderContract::location)) {
            for (String level : new String[] {"DEBUG", "INFO", "NOTICE", "WARN", "FATAL"}) {
                context.logger("levelCustom").log(Level.getLevel(level), "text");
            }

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

            assertThat(scrape().series("log4j_field_total"))
                    .isEqualTo(Map.of("{order=1}", 1.0, "{order=2}", 1.0, "{order=3}", 1.0));
        }
    }

    private static StructuredDataMessage structured(String order) {
        StructuredDataMessage message = new StructuredDataMessage("id", "text", "type");
        message.put("order", order);
        return message;
    }
}
