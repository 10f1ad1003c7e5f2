package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.junit.jupiter.api.Test;

/** Exemplars from the MDC: {@code exemplars.xml}. */
interface ExemplarContract extends AppenderFixture {
    String TRACE = "0af7651916cd43dd8448eb211c80319c";
    String SPAN = "b7ad6b7169203331";

    @Test
    default void exemplars_autoTakesTheKeysInUse() {
        try (LoggingContext context = open("exemplars")) {
            log(context, "underscore", "trace_id", "span_id");
            log(context, "camel", "traceId", "spanId");

            assertThat(exemplarOf("exemplar_underscore_total")).contains(TRACE, SPAN);
            assertThat(exemplarOf("exemplar_camel_total")).contains(TRACE, SPAN);
        }
    }

    @Test
    default void exemplars_takeTheKeysNamed() {
        try (LoggingContext context = open("exemplars")) {
            log(context, "named", "my.trace", "my.span");
            log(context, "namedOther", "trace_id", "span_id");

            assertThat(exemplarOf("exemplar_named_total")).contains(TRACE, SPAN);
            assertThat(exemplarOf("exemplar_named_other_total")).isEmpty();
        }
    }

    @Test
    default void exemplars_standOnHistogramBuckets() {
        try (LoggingContext context = open("exemplars")) {
            context.putMdc("trace_id", TRACE);
            context.putMdc("span_id", SPAN);
            context.info("histogram", "Took {} s", 0.25);
            context.clearMdc();

            assertThat(exemplarOf("exemplar_seconds_bucket{le=\"0.5\"}")).contains(TRACE, SPAN, "0.25");
        }
    }

    @Test
    default void exemplars_areOffWhereTheRuleSaysSo() {
        try (LoggingContext context = open("exemplars")) {
            log(context, "off", "trace_id", "span_id");

            assertThat(exemplarOf("exemplar_off_total")).isEmpty();
        }
    }

    @Test
    default void exemplars_areOffByDefault() {
        try (LoggingContext context = open("exemplars-off")) {
            log(context, "offByDefault", "trace_id", "span_id");

            assertThat(exemplarOf("exemplar_off_by_default_total")).isEmpty();
        }
    }

    @Test
    default void event_withoutATraceHasNone() {
        try (LoggingContext context = open("exemplars")) {
            context.info("without", "text");

            assertThat(exemplarOf("exemplar_without_total")).isEmpty();
        }
    }

    private static void log(LoggingContext context, String logger, String traceKey, String spanKey) {
        context.putMdc(traceKey, TRACE);
        context.putMdc(spanKey, SPAN);
        context.info(logger, "text");
        context.clearMdc();
    }

    /** What stands behind the value of a series in the OpenMetrics text; empty where nothing does. */
    private String exemplarOf(String series) {
        assertThat(scrape().names()).contains(series.replaceFirst("\\{.*", ""));
        String line = Scrape.openMetrics(PrometheusRegistry.defaultRegistry)
                .lines()
                .filter(each -> each.startsWith(series + " "))
                .findFirst()
                .orElseThrow();
        int exemplar = line.indexOf(" # ");
        return exemplar < 0 ? "" : line.substring(exemplar);
    }
}
