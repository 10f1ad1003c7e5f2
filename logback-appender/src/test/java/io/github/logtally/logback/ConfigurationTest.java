package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.status.Status;
import io.github.logtally.spi.Element;
import org.junit.jupiter.api.Test;

/** What Logback's own configurator makes of files, as the core gets to see it. */
class ConfigurationTest {
    @Test
    void everyElement_isKeptWithItsRawTextInDocumentOrder() throws Exception {
        try (Configured configured = Configured.from("every-element.xml")) {
            assertThat(configured.appender().settings()).isEqualTo(everyElement());
            assertThat(configured.statuses(Status.ERROR)).isEmpty();
            assertThat(configured.statuses(Status.WARN)).noneMatch(text -> text.startsWith("Ignoring"));
            assertThat(configured.appender().isStarted()).isTrue();
        }
    }

    private static Element everyElement() {
        return Element.of("Logtally")
                .with("capacity", "4096")
                .with("maxMessageLength", "1024")
                .with("shutdownTimeout", "1s")
                .with("namespace", "shop")
                .with("labels", "level")
                .with("discovery", "true")
                .with("maxSeries", "500")
                .with("maxValues", "50")
                .with("onLimit", "drop")
                .with("expireAfter", "1h")
                .with("maxLabelLength", "64")
                .with("regexBudget", "5000")
                .with("exemplars", "auto")
                .child(Element.of("Gauge")
                        .with("name", "first")
                        .with("operation", "max")
                        .with("value", "{active}")
                        .with("message", "{pool} - Pool stats (total={total}, active={active}, {*}"))
                .child(everySettingOfARule())
                .child(Element.of("Summary")
                        .with("name", "third")
                        .with("value", "{ms}")
                        .with("quantiles", "0.5, 0.99")
                        .with("maxAge", "5m"))
                .child(Element.of("Histogram")
                        .with("name", "fourth")
                        .with("value", "{ms}")
                        .with("buckets", "exponential(0.1, 2, 5)")
                        .with("native", "true"))
                .child(Element.of("Gauge").with("name", "fifth").with("operation", "inc"));
    }

    private static Element everySettingOfARule() {
        return Element.of("Counter")
                .with("name", "second_total")
                .with("help", "Requests served")
                .with("unit", "requests")
                .with("labels", "method, tenant={mdc:tenant:-none}")
                .with("level", "WARN, ERROR")
                .with("minLevel", "INFO")
                .with("maxLevel", "ERROR")
                .with("logger", "com.acme")
                .with("marker", "AUDIT")
                .with("message", "Request {method} took {ms} ms")
                .with("contains", "took")
                .with("regex", "took (?<time>[0-9]+) ms")
                .with("exception", "java.lang.Exception")
                .with("rootCause", "java.io.IOException")
                .with("mdc", "tenant=acme, region=eu*")
                .with("field", "order")
                .with("value", "{ms}")
                .with("valueUnit", "ms")
                .with("exemplars", "off")
                .with("maxSeries", "100")
                .with("maxValues", "10")
                .with("onLimit", "overflow")
                .with("expireAfter", "10m")
                .with("maxLabelLength", "32")
                .with("regexBudget", "1000")
                .child(Element.of("Exclude").with("logger", "com.acme.health").with("message", "Request {*}"))
                .child(Element.of("Label")
                        .with("name", "status")
                        .with("value", "{status}")
                        .with("map", "2??=ok, *=other")
                        .with("replace", "[0-9]+")
                        .with("with", "{n}")
                        .with("allow", "ok, other")
                        .with("maxValues", "5")
                        .with("zero", "ok")
                        .with("maxLabelLength", "8"))
                .child(Element.of("Exclude").with("marker", "TEST"));
    }

    /** The tree that Log4j makes of the file of the same name in each of its formats. */
    @Test
    void rules_areTheTreeThatLog4jMakesOfThem() throws Exception {
        try (Configured configured = Configured.from("rules.xml")) {
            assertThat(configured.appender().settings())
                    .isEqualTo(Element.of("Logtally")
                            .with("capacity", "4096")
                            .with("namespace", "acme")
                            .with("onLimit", "drop")
                            .child(Element.of("Counter")
                                    .with("name", "http_requests_total")
                                    .with("help", "HTTP requests served")
                                    .with("message", "Request {method} {path} took {ms} ms status {status}")
                                    .with("labels", "method")
                                    .child(Element.of("Label")
                                            .with("name", "status")
                                            .with("value", "{status}")
                                            .with("map", "2??=ok, *=other")
                                            .with("zero", "ok, other"))
                                    .child(Element.of("Label")
                                            .with("name", "path")
                                            .with("value", "{path}")
                                            .with("replace", "[0-9]+")
                                            .with("with", "{n}"))
                                    .child(Element.of("Exclude")
                                            .with("logger", "com.acme.health")
                                            .with("level", "DEBUG, TRACE")))
                            .child(Element.of("Counter")
                                    .with("name", "exceptions_total")
                                    .with("minLevel", "WARN")
                                    .with("exception", "java.lang.Exception")
                                    .with("labels", "level, exception"))
                            .child(Element.of("Histogram")
                                    .with("name", "http_request_duration_seconds")
                                    .with("regex", "took (?<ms>\\d+) ms")
                                    .with("value", "{ms}")
                                    .with("valueUnit", "ms")
                                    .with("buckets", "0.005, 0.5")
                                    .with("native", "false")));
        }
    }

    @Test
    void unknownElements_areKeptWhereTheyStand() throws Exception {
        try (Configured configured = Configured.from("unknown-elements.xml")) {
            assertThat(configured.appender().settings())
                    .isEqualTo(Element.of("Logtally")
                            .with("capasity", "")
                            .child(Element.of("Counter")
                                    .with("name", "first_total")
                                    .with("mesage", "")
                                    .child(Element.of("Label").with("name", "a").with("value", "{id}"))
                                    .child(Element.of("Label").with("name", "b").with("valeu", ""))
                                    .child(Element.of("Exclude").with("loger", ""))
                                    .child(Element.of("exclud")))
                            .child(Element.of("conter"))
                            .child(Element.of("Label"))
                            .child(Element.of("Counter")
                                    .with("name", "second_total")
                                    .with("buckets", "")
                                    .child(Element.of("Counter")))
                            .child(Element.of("Counter").with("name", "right_total")));
        }
    }

    @Test
    void unknownElements_areListenedForOnlyWhileConfiguring() throws Exception {
        try (Configured configured = Configured.from("unknown-elements.xml")) {
            assertThat(configured.context.getStatusManager().getCopyOfStatusListenerList())
                    .isEmpty();
        }
    }

    @Test
    void variables_areSubstitutedByLogback() throws Exception {
        try (Configured configured = Configured.from("substitution.xml")) {
            assertThat(configured.appender().settings())
                    .isEqualTo(Element.of("Logtally")
                            .with("namespace", "shop")
                            .child(Element.of("Counter")
                                    .with("name", "orders_total")
                                    .with("message", "Order {id} placed by {mdc:user:-nobody}")
                                    .with("help", "Orders placed")
                                    .with("contains", "nope_IS_UNDEFINED")));
        }
    }

    @Test
    void secondValueOfASetting_isKeptBesideTheFirst() throws Exception {
        try (Configured configured = Configured.from("given-twice.xml")) {
            assertThat(configured.appender().settings())
                    .isEqualTo(Element.of("Logtally")
                            .with("capacity", "16")
                            .with("capacity (given twice)", "32")
                            .child(Element.of("Counter")
                                    .with("name", "orders_total")
                                    .with("contains", "one")
                                    .with("contains (given twice)", "two")));
        }
    }

    @Test
    void attributes_areHintedAtWhereNothingElseIsWritten() throws Exception {
        try (Configured configured = Configured.from("attributes.xml")) {
            assertThat(configured.statuses(Status.WARN))
                    .filteredOn(text -> text.contains("attributes"))
                    .satisfiesExactly(
                            counter -> assertThat(counter).contains("[metrics]", "Counter is empty"),
                            label -> assertThat(label).contains("[metrics]", "Label is empty"));
            assertThat(configured.statuses(Status.ERROR)).isEmpty();
        }
    }

    @Test
    void emptyElement_isAsIfNotWritten_butNotOneThatSubstitutionEmptied() throws Exception {
        try (Configured configured = Configured.from("empty.xml")) {
            assertThat(configured.appender().settings())
                    .isEqualTo(Element.of("Logtally")
                            .child(Element.of("Counter")
                                    .with("name", "orders_total")
                                    .with("level", "")));
        }
    }
}
