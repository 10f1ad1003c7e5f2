package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The registries that metrics stand in, beside those of the application: {@code binding.xml}, {@code clash.xml}. */
interface RegistryContract extends AppenderFixture {
    @Test
    default void boundRegistry_showsTheSameUntilTheHandleIsClosed() throws Exception {
        PrometheusRegistry application = new PrometheusRegistry();
        try (LoggingContext context = open("binding")) {
            context.info("binding", "Order {} placed", "before");
            try (AutoCloseable handle = Logtally.bindTo(application)) {
                assertThat(handle).isNotNull();
                context.info("binding", "Order {} placed", "after");
                Map<String, Double> expected = Map.of("{order=before}", 1.0, "{order=after}", 1.0);
                assertThat(scrape().series("binding_total")).isEqualTo(expected);
                Scrape bound = Scrape.of(application);
                assertThat(bound.series("binding_total")).isEqualTo(expected);
                assertThat(bound.value("logtally_events_accepted_total", "appender", "binding"))
                        .isEqualTo(2);
            }
            assertThat(Scrape.of(application).names()).isEmpty();
            assertThat(scrape().series("binding_total")).hasSize(2);
        }
    }

    @Test
    default void boundRegistry_showsWhatStartsLater() throws Exception {
        PrometheusRegistry application = new PrometheusRegistry();
        try (AutoCloseable handle = Logtally.bindTo(application);
                LoggingContext context = open("binding")) {
            assertThat(handle).isNotNull();
            context.info("bindingLater", "text");
            assertThat(Scrape.of(application).value("binding_later_total")).isEqualTo(1);
        }
    }

    @Test
    default void nameTakenByTheApplication_isRefusedThereAndScrapesGoOn() {
        Counter application = Counter.builder()
                .name("clash_early_total")
                .labelNames("owner")
                .register(PrometheusRegistry.defaultRegistry);
        application.labelValues("application").inc(5);
        try (LoggingContext context = open("clash")) {
            context.info("clash", "text");

            Scrape scrape = scrape();
            assertThat(scrape.series("clash_early_total")).isEqualTo(Map.of("{owner=application}", 5.0));
            assertThat(scrape.value("clash_free_total")).isPositive();
            assertThat(context.warnings()).anyMatch(problem -> problem.contains("clash_early_total"));
        } finally {
            PrometheusRegistry.defaultRegistry.unregister(application);
        }
    }

    @Test
    default void nameTakenInABoundRegistry_isRefusedThereOnly() throws Exception {
        PrometheusRegistry registry = new PrometheusRegistry();
        Counter application =
                Counter.builder().name("clash_bound_total").labelNames("owner").register(registry);
        application.labelValues("application").inc(5);
        try (LoggingContext context = open("clash");
                AutoCloseable handle = Logtally.bindTo(registry)) {
            assertThat(handle).isNotNull();
            context.info("clash", "text");

            assertThat(scrape().value("clash_bound_total")).isPositive();
            Scrape bound = Scrape.of(registry);
            assertThat(bound.series("clash_bound_total")).isEqualTo(Map.of("{owner=application}", 5.0));
            assertThat(bound.value("clash_free_total")).isPositive();
        }
    }

    @Test
    default void nameThatTheApplicationTakesLater_isLeftToIt() throws Exception {
        PrometheusRegistry registry = new PrometheusRegistry();
        try (LoggingContext context = open("clash");
                AutoCloseable handle = Logtally.bindTo(registry)) {
            assertThat(handle).isNotNull();
            context.info("clash", "text");
            assertThat(Scrape.of(registry).value("clash_late_total")).isPositive();

            Counter application = Counter.builder()
                    .name("clash_late_total")
                    .labelNames("owner")
                    .register(registry);
            application.labelValues("application").inc(5);
            Scrape bound = Scrape.of(registry);
            assertThat(bound.series("clash_late_total")).isEqualTo(Map.of("{owner=application}", 5.0));
            assertThat(bound.value("clash_free_total")).isPositive();
        }
    }
}
