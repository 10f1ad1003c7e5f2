package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import io.github.logtally.Logtally;
import io.github.logtally.contract.Scrape;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.BasicMarkerFactory;

/** What becomes of events in ways that are Logback's own; what both frameworks share is in the contract. */
class CountingTest {
    private static Scrape scrape() {
        assertThat(Logtally.flush(Duration.ofSeconds(10))).isTrue();
        return Scrape.of(PrometheusRegistry.defaultRegistry);
    }

    @Test
    void filters_decideWhatIsCounted() throws Exception {
        try (Configured configured = Configured.from("filters.xml")) {
            Logger logger = configured.context.getLogger("filters");
            logger.debug("below the threshold");
            logger.info("counted");
            logger.info(new BasicMarkerFactory().getMarker("NOISE"), "denied by its marker");
            logger.warn("denied by its level");
            logger.error("counted");

            assertThat(scrape().series("logback_filtered_total"))
                    .isEqualTo(Map.of("{level=INFO}", 1.0, "{level=ERROR}", 1.0));
        }
    }

    @Test
    void unknownElement_refusesItsRuleAndNamesTheRightOne() throws Exception {
        try (Configured configured = Configured.from("unknown-elements.xml")) {
            configured.context.getLogger("unknown").info("Order {} placed", 42);

            assertThat(configured.statuses(Status.WARN))
                    .anySatisfy(text -> assertThat(text).contains("first_total", "mesage", "message"))
                    .anySatisfy(text -> assertThat(text).contains("first_total", "valeu", "value"))
                    .anySatisfy(text -> assertThat(text).contains("first_total", "loger", "logger"))
                    .anySatisfy(text -> assertThat(text).contains("second_total", "buckets"))
                    .anySatisfy(text -> assertThat(text).contains("capasity", "capacity"))
                    .anySatisfy(text -> assertThat(text).contains("conter", "Counter"));
            assertThat(configured.statuses(Status.ERROR)).isEmpty();
            assertThat(scrape().names()).contains("right_total").doesNotContain("first_total", "second_total");
        }
    }

    @Test
    void misspelledRule_isNotTakenForNoRule() throws Exception {
        try (Configured configured = Configured.from("misspelled-rule.xml")) {
            configured.context.getLogger("misspelled").info("a");

            assertThat(scrape().series("log_events_total").keySet()).noneMatch(series -> series.contains("misspelled"));
        }
    }

    @Test
    void eventsBehindAnAsyncAppender_haveTheThreadAndTheMdcOfTheirLogCall() throws Exception {
        Scrape scrape;
        try (Configured configured = Configured.from("async.xml")) {
            LogbackMDCAdapter mdc = new LogbackMDCAdapter();
            configured.context.setMDCAdapter(mdc);
            mdc.put("tenant", "acme");
            configured.context.getLogger("async").info("Order {} placed", 42);
            mdc.clear();
            configured.context.stop();
            scrape = scrape();
        }

        String thread = Thread.currentThread().getName();
        assertThat(scrape.series("logback_async_total"))
                .isEqualTo(Map.of("{id=42, tenant=acme, thread=" + thread + "}", 1.0));
    }

    @Test
    void appenderOfAProgram_countsUntilItStops() {
        LoggerContext context = new LoggerContext();
        Logger logger = context.getLogger("program");
        Counter counter = new Counter();
        counter.setName("logback_program_total");
        LogtallyAppender appender = new LogtallyAppender();
        appender.setName("program");
        appender.setContext(context);
        appender.addCounter(counter);
        appender.start();
        logger.addAppender(appender);

        logger.info("counted");
        appender.stop();
        logger.info("not counted");

        assertThat(scrape().value("logback_program_total")).isEqualTo(1);
        context.stop();
    }
}
