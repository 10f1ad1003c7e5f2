package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The appender in a running Log4j. */
class LogtallyAppenderTest {
    private static final String REF = "<AppenderRef ref='metrics'/>";

    @ParameterizedTest
    @CsvSource({"sync_total, Root, false", "mixed_total, AsyncRoot, false", "all_async_total, Root, true"})
    void counter_ofLoggers(String metric, String root, boolean async) {
        try (LoggerContext context = async ? new AsyncLoggerContext(metric) : new LoggerContext(metric)) {
            start(context, appender("", counter(metric)), root, REF);
            Logger logger = context.getLogger("com.acme.Shop");
            ThreadContext.put("tenant", "acme");
            logger.info("Order {} placed", 7);
            ThreadContext.clearMap();
            logger.info("Order 8 placed");
            logger.info("Order {} cancelled", 9);
        }

        assertThat(series(metric)).isEqualTo(Map.of("7,acme", 1.0, "8,", 1.0));
    }

    @Test
    void counter_behindAsyncAppender() {
        try (LoggerContext context = new LoggerContext("behind")) {
            start(
                    context,
                    appender("", counter("behind_total")) + "<Async name='async'>" + REF + "</Async>",
                    "Root",
                    "<AppenderRef ref='async'/>");
            context.getLogger("com.acme.Shop").info("Order {} placed", 7);
        }

        assertThat(series("behind_total")).isEqualTo(Map.of("7,", 1.0));
    }

    @ParameterizedTest
    @CsvSource({"object_sync_total, Root, false", "object_mixed_total, AsyncRoot, false", "object_all_total, Root, true"
    })
    void stringLoggedAsAnObject_hasNoArgument(String metric, String root, boolean async) {
        String rule = "<Counter name='" + metric + "' message='a {x} b' labels='x, y={arg:0:-none}'/>";
        try (LoggerContext context = async ? new AsyncLoggerContext(metric) : new LoggerContext(metric)) {
            start(context, appender("", rule), root, REF);
            Logger logger = context.getLogger("com.acme.Shop");
            logger.info((Object) "a {} b");
            logger.info((Object) "a 1 b");
            logger.info("a {} b", 2);
        }

        assertThat(series(metric)).isEqualTo(Map.of("{},none", 1.0, "1,none", 1.0, "2,2", 1.0));
    }

    @Test
    void counter_behindFilters() {
        String rule = "<Counter name='filtered_total' labels='level'/>";
        try (LoggerContext context = new LoggerContext("filters")) {
            start(
                    context,
                    appender(
                            "<Filters><ThresholdFilter level='INFO'/>"
                                    + "<MarkerFilter marker='noise' onMatch='DENY' onMismatch='NEUTRAL'/></Filters>",
                            rule),
                    "Root",
                    "<AppenderRef ref='metrics' level='WARN'/>");
            Logger logger = context.getLogger("com.acme.Shop");
            logger.debug("a");
            logger.info("a");
            logger.warn("a");
            logger.error(MarkerManager.getMarker("noise"), "a");
            logger.error("a");
        }

        assertThat(series("filtered_total")).isEqualTo(Map.of("WARN", 1.0, "ERROR", 1.0));
    }

    @Test
    void counter_behindRouting() {
        try (LoggerContext context = new LoggerContext("routing")) {
            start(
                    context,
                    "<Routing name='routing'><Routes pattern='$${ctx:tenant}'><Route>"
                            + "<Logtally name='metrics-${ctx:tenant}' namespace='${ctx:tenant}'>"
                            + "<Counter name='routed_total' labels='level'/><ThresholdFilter level='INFO'/>"
                            + "</Logtally></Route></Routes></Routing>",
                    "Root",
                    "<AppenderRef ref='routing'/>");
            Logger logger = context.getLogger("com.acme.Shop");
            for (String tenant : List.of("acme", "beta", "acme")) {
                ThreadContext.put("tenant", tenant);
                logger.info("a");
            }
            ThreadContext.clearMap();
        }

        assertThat(series("acme_routed_total")).isEqualTo(Map.of("INFO", 2.0));
        assertThat(series("beta_routed_total")).isEqualTo(Map.of("INFO", 1.0));
    }

    @Test
    void counter_throughReconfiguration_goesOn() {
        try (LoggerContext context = new LoggerContext("reconfigured")) {
            String appender = appender("", counter("reconfigured_total"));
            start(context, appender, "Root", REF);
            context.getLogger("com.acme.Shop").info("Order {} placed", 7);
            context.reconfigure(configuration(context, appender, "Root", REF));
            context.getLogger("com.acme.Shop").info("Order {} placed", 7);
            flush();

            assertThat(series("reconfigured_total")).isEqualTo(Map.of("7,", 2.0));
        }
    }

    @Test
    void stop_thenStart_goesOn() {
        try (LoggerContext context = new LoggerContext("restarted")) {
            start(context, appender("", counter("restarted_total")), "Root", REF);
            LogtallyAppender appender = context.getConfiguration().getAppender("metrics");
            Logger logger = context.getLogger("com.acme.Shop");
            logger.info("Order {} placed", 7);
            assertThat(appender.stop(1, TimeUnit.SECONDS)).isTrue();
            assertThat(appender.isStopped()).isTrue();
            appender.start();
            appender.start();
            logger.info("Order {} placed", 7);
            flush();

            assertThat(appender.isStarted()).isTrue();
            assertThat(series("restarted_total")).isEqualTo(Map.of("7,", 2.0));
        }
    }

    @Test
    void start_withMistakes_reportsThemAndRunsTheRest() {
        try (LoggerContext context = new LoggerContext("mistakes")) {
            List<String> reported = Configurations.reported(
                    () -> {
                        start(
                                context,
                                appender("", "<Counter name='wrong_total' labls='level'/>" + counter("right_total")),
                                "Root",
                                REF);
                        return "";
                    },
                    new ArrayList<>());
            context.getLogger("com.acme.Shop").info("Order {} placed", 7);
            flush();

            assertThat(reported)
                    .singleElement()
                    .asString()
                    .startsWith("ERROR ")
                    .contains("metrics", "wrong_total", "labls", "'labels'");
            assertThat(series("right_total")).isEqualTo(Map.of("7,", 1.0));
        }
    }

    private static String counter(String name) {
        return "<Counter name='" + name + "' message='Order {id} placed' labels='id, tenant={mdc:tenant}'/>";
    }

    private static String appender(String filters, String rules) {
        return "<Logtally name='metrics'>" + filters + rules + "</Logtally>";
    }

    private static void start(LoggerContext context, String appenders, String root, String references) {
        context.start(configuration(context, appenders, root, references));
    }

    private static Configuration configuration(
            LoggerContext context, String appenders, String root, String references) {
        return Configurations.ofXml(
                context,
                "<Appenders>" + appenders + "</Appenders><Loggers><" + root + " level='ALL'>" + references + "</" + root
                        + "></Loggers>");
    }

    private static void flush() {
        assertThat(Logtally.flush(Duration.ofSeconds(20))).isTrue();
    }

    /** The values of a counter by its labels' values. */
    private static Map<String, Double> series(String counter) {
        Map<String, Double> series = new TreeMap<>();
        PrometheusRegistry.defaultRegistry.scrape((counter + "_total").replace("_total_total", "")::equals).stream()
                .flatMap(metric -> ((CounterSnapshot) metric).getDataPoints().stream())
                .forEach(point -> series.put(
                        point.getLabels().stream().map(Label::getValue).collect(Collectors.joining(",")),
                        point.getValue()));
        return series;
    }
}
