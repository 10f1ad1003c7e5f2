package io.github.logtally.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.github.logtally.RegistryBinding;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Micrometer's meters and ours in one registry. */
class MicrometerTest {
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final StatusListener listener = new StatusListener() {
        @Override
        public void log(StatusData data) {
            said.add(data.getMessage().getFormattedMessage());
        }

        @Override
        public Level getStatusLevel() {
            return Level.ERROR;
        }

        @Override
        public void close() {}
    };

    @AfterEach
    void close() {
        StatusLogger.getLogger().removeListener(listener);
        meters.close();
    }

    @Test
    void meterOfTheSameName_beforeAndAfter_isTheOneShown() {
        StatusLogger.getLogger().registerListener(listener);
        counter("micrometer.early", "application").increment(5);
        try (LoggerContext context = Log4j.start(
                        "micrometer",
                        """
                        <Counter name="micrometer_early_total"/>
                        <Counter name="micrometer_late_total"/>
                        <Counter name="micrometer_free_total"/>
                        """);
                RegistryBinding binding = Logtally.bindTo(meters.getPrometheusRegistry())) {
            assertThat(binding).isNotNull();
            context.getLogger("micrometer").info("text");

            assertThat(meters.scrape())
                    .contains("micrometer_early_total{owner=\"application\"} 5.0")
                    .contains("micrometer_late_total 1.0")
                    .contains("micrometer_free_total 1.0");

            counter("micrometer.late", "application").increment(7);
            assertThat(meters.scrape())
                    .contains("micrometer_early_total{owner=\"application\"} 5.0")
                    .contains("micrometer_late_total{owner=\"application\"} 7.0")
                    .doesNotContain("micrometer_late_total 1.0")
                    .contains("micrometer_free_total 1.0")
                    .contains("logtally_rules_refused{appender=\"micrometer\"} 2.0");
            assertThat(said)
                    .hasSize(2)
                    .anyMatch(text -> text.contains("'micrometer_early_total' is taken"))
                    .anyMatch(text -> text.contains("'micrometer_late_total' is taken"));
        }
        assertThat(meters.scrape()).contains("micrometer_early_total").doesNotContain("micrometer_free_total");
    }

    @Test
    void boundAgain_afterClose_showsAllThatWasCountedMeanwhile() {
        PrometheusRegistry registry = meters.getPrometheusRegistry();
        try (LoggerContext context = Log4j.start("again", "<Counter name='micrometer_again_total'/>")) {
            context.getLogger("again").info("before");
            RegistryBinding first = Logtally.bindTo(registry);
            RegistryBinding second = Logtally.bindTo(new PrometheusRegistry());
            assertThat(meters.scrape()).contains("micrometer_again_total 1.0");
            first.close();
            first.close();
            context.getLogger("again").info("between");
            assertThat(meters.scrape()).doesNotContain("micrometer_again_total");
            RegistryBinding again = Logtally.bindTo(registry);
            context.getLogger("again").info("after");
            assertThat(meters.scrape()).contains("micrometer_again_total 3.0");
            again.close();
            second.close();
        }
    }

    private Counter counter(String name, String owner) {
        return Counter.builder(name).tag("owner", owner).register(meters);
    }
}
