package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.apache.logging.log4j.core.filter.ThresholdFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same rules, written in each of Log4j's formats, reach the core as the same tree. */
class ConfigurationFormatsTest {
    private static final Element RULES = Element.of("Logtally")
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
                    .with("native", "false"));

    @ParameterizedTest
    @ValueSource(strings = {"rules.xml", "rules.json", "rules.yaml", "rules.properties", "strict.xml", "elements.xml"})
    void element_ofEachFormat(String file) {
        List<Configuration> read = new ArrayList<>();

        List<String> reported = Configurations.reported(() -> Configurations.ofResource("/formats/" + file), read);

        assertThat(Configurations.element(read.get(0))).isEqualTo(RULES);
        assertThat(reported).isEmpty();
    }

    @Test
    void element_ofConfigurationBuilder() {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.setLoggerContext(new LoggerContext("built"));
        Configuration configuration = builder.addProperty("shop", "acme")
                .add(builder.newAppender("metrics", "Logtally")
                        .addAttribute("namespace", "${shop}")
                        .addComponent(builder.newComponent("hits_total", "Counter")
                                .addAttribute("minLevel", "WARN")
                                .addComponent(
                                        builder.newComponent("app", "Label").addAttribute("value", "${shop}"))))
                .build(false);
        configuration.initialize();

        assertThat(Configurations.element(configuration))
                .isEqualTo(Element.of("Logtally")
                        .with("namespace", "acme")
                        .child(Element.of("Counter")
                                .with("name", "hits_total")
                                .with("minLevel", "WARN")
                                .child(Element.of("Label").with("name", "app").with("value", "acme"))));
    }

    @Test
    void rules_ofPropertiesFile_areInTheOrderOfTheirNames() {
        Configuration configuration = Configurations.ofResource("/formats/order.properties");

        assertThat(Configurations.element(configuration).children())
                .extracting(rule -> rule.settings().get("level"))
                .containsExactly("A", "B", "C", "D", "E", "F", "G", "H");
        assertThat(Configurations.element(configuration).children().get(1).children())
                .extracting(label -> label.settings().get("name"))
                .containsExactly("a", "b", "c", "d");
        assertThat(configuration.<LogtallyAppender>getAppender("metrics").getFilter())
                .isInstanceOf(ThresholdFilter.class);
    }

    @Test
    void element_ofBuilder() {
        Element element = Element.of("Logtally").child(Element.of("Counter").with("name", "hits_total"));

        LogtallyAppender appender = LogtallyAppender.newBuilder()
                .setName("metrics")
                .setElement(element)
                .build();

        assertThat(appender.getName()).isEqualTo("metrics");
        assertThat(appender.element()).isEqualTo(element);
        assertThat(appender.requiresLocation()).isFalse();
    }
}
