package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an application logs, found out without a rule: {@code discovery.xml}, where {@code maxSeries} is 100 and a logger's share
 * of it therefore 5; {@code discovery-many.xml}; {@code discovery-rules.xml}, with a rule and with limits that are not for discovery.
 */
interface DiscoveryContract extends AppenderFixture {
    @Test
    default void discovery_countsEventsByTemplateLevelAndLogger() {
        try (LoggingContext context = open("discovery")) {
            context.info("statements.a", "Order {} placed by {}", 1, "ann");
            context.info("statements.a", "Order {} placed by {}", 2, "bob");
            context.log("statements.a", "WARN", null, "Order {} placed by {}", 3, "cid");
            context.log("statements.b", "ERROR", null, "Order {} placed by {}", 4, "dan");
            context.info("statements.b", "no arguments");
            context.log("statements.b", "INFO", null, null);

            assertThat(seriesOf("found", "statements"))
                    .isEqualTo(Map.of(
                            "{level=INFO, logger=statements.a, template=Order {} placed by {}}", 2.0,
                            "{level=WARN, logger=statements.a, template=Order {} placed by {}}", 1.0,
                            "{level=ERROR, logger=statements.b, template=Order {} placed by {}}", 1.0,
                            "{level=INFO, logger=statements.b, template=no arguments}", 1.0,
                            "{level=INFO, logger=statements.b, template=}", 1.0));
        }
    }

    @Test
    default void discovery_withoutARuleLeavesTheDefaultCounter() {
        try (LoggingContext context = open("discovery")) {
            context.info("discoveredDefault", "text {}", 1);

            assertThat(scrape().series("found_log_events_total"))
                    .containsEntry("{level=INFO, logger=discoveredDefault}", 1.0);
        }
    }

    @Test
    default void discovery_namesTheLoggersWhoseTemplatesAreNoConstants() {
        try (LoggingContext context = open("discovery")) {
            double before = overflows(scrape());
            for (int i = 0; i < 1000; i++) {
                context.info("exploding.a", "Order " + i + " placed");
                context.log("exploding.b", "WARN", null, "Cart " + i + " emptied");
                context.info("exploding.not", "Order {} placed", i);
            }
            context.info("exploding.later", "logs after the others have had their share");

            Scrape scrape = scrape();
            Map<String, Double> expected = new HashMap<>();
            for (int i = 0; i < 5; i++) {
                expected.put("{level=INFO, logger=exploding.a, template=Order " + i + " placed}", 1.0);
                expected.put("{level=WARN, logger=exploding.b, template=Cart " + i + " emptied}", 1.0);
            }
            expected.put("{level=INFO, logger=exploding.a, template=other}", 995.0);
            expected.put("{level=WARN, logger=exploding.b, template=other}", 995.0);
            expected.put("{level=INFO, logger=exploding.not, template=Order {} placed}", 1000.0);
            expected.put(
                    "{level=INFO, logger=exploding.later, template=logs after the others have had their share}", 1.0);
            assertThat(seriesOf("found", "exploding")).isEqualTo(expected);
            assertThat(overflows(scrape) - before).isEqualTo(2 * 995);
        }
    }

    @Test
    @Tag("million-events")
    default void discovery_ofAMillionTemplatesLeavesTheHeapFlatAndCountsThemAll() {
        try (LoggingContext context = open("discovery-many")) {
            HostileEventContract.assertHeapStaysFlat(i -> context.info("many.l" + i % 100, "Text " + i + " of no end"));

            Map<String, Double> series = scrape().series("many_log_template_events_total");
            assertThat(series).hasSizeLessThanOrEqualTo(2 * 20 + 1);
            assertThat(series.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(HostileEventContract.MANY + HostileEventContract.MANY / 10.0);
        }
    }

    @Test
    default void discovery_standsBesideTheRulesAndTakesNoneOfTheLimitsThatWouldHideEvents() {
        try (LoggingContext context = open("discovery-rules")) {
            String common = "x".repeat(250);
            context.info("beside.a", common + "ends after 256 characters");
            context.info("beside.a", common + "ends there, too");
            context.log("beside.b", "ERROR", null, "Order {} placed", 1);
            context.info("beside.b", "Cart {} emptied", 1);

            Scrape scrape = scrape();
            assertThat(scrape.series("ruled_errors_total")).isEqualTo(Map.of("{zone=eu}", 1.0));
            assertThat(scrape.names()).doesNotContain("ruled_log_events_total");
            assertThat(scrape.series("ruled_log_template_events_total"))
                    .isEqualTo(Map.of(
                            "{level=INFO, logger=beside.a, template=" + common + "ends a, zone=eu}",
                            1.0,
                            "{level=INFO, logger=beside.a, template=" + common + "ends t, zone=eu}",
                            1.0,
                            "{level=ERROR, logger=beside.b, template=Order {} placed, zone=eu}",
                            1.0,
                            "{level=INFO, logger=beside.b, template=Cart {} emptied, zone=eu}",
                            1.0));
        }
    }

    private Map<String, Double> seriesOf(String namespace, String loggers) {
        return scrape().series(namespace + "_log_template_events_total").entrySet().stream()
                .filter(series -> series.getKey().contains("logger=" + loggers))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static double overflows(Scrape scrape) {
        return scrape.series("logtally_label_overflows_total")
                .getOrDefault("{appender=discovery, label=template, metric=found_log_template_events_total}", 0.0);
    }
}
