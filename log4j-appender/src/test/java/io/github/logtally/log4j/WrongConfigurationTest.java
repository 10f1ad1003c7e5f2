package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.filter.CompositeFilter;
import org.apache.logging.log4j.core.filter.MarkerFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the core gets where the configuration is not as it should be, and what Log4j says to it. */
class WrongConfigurationTest {
    private static final Element METRICS = Element.of("Logtally");

    @Test
    void element_withUnknownSettings() {
        assertThat(
                        element(
                                "<Logtally name='metrics' capasity='1'><Counter nam='a'><Label vlaue='b'/></Counter></Logtally>"))
                .isEqualTo(METRICS.with("capasity", "1")
                        .child(Element.of("Counter")
                                .with("nam", "a")
                                .child(Element.of("Label").with("vlaue", "b"))));
    }

    @Test
    void element_withUnknownElement() {
        assertThat(element(
                        "<Logtally name='metrics'><Countr name='a'/><Counter name='b'><Exclud/></Counter></Logtally>"))
                .isEqualTo(METRICS.child(Element.of("Countr"))
                        .child(Element.of("Counter").with("name", "b").child(Element.of("Exclud"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown.json", "unknown.yaml", "unknown.properties"})
    void element_withUnknownElement_inOtherFormats(String file) {
        Element element = Configurations.element(Configurations.ofResource("/formats/" + file));

        assertThat(element)
                .isEqualTo(METRICS.child(Element.of("Counter")
                                .with("name", "b")
                                .child(Element.of("Exclud").with("logger", "c")))
                        .child(Element.of("Countr").with("name", "a")));
    }

    @Test
    void element_withListOfSettings_inJson() {
        Element element = Configurations.element(Configurations.ofResource("/formats/list.json"));

        assertThat(element)
                .isEqualTo(METRICS.child(Element.of("Counter")
                        .with("name", "a")
                        .child(Element.of("labels"))
                        .child(Element.of("labels"))));
    }

    @Test
    void element_withPluginsOfLog4j() {
        assertThat(element("<Logtally name='metrics'><PatternLayout pattern='%m'/><Counter name='a'>"
                        + "<ThresholdFilter level='WARN'/></Counter></Logtally>"))
                .isEqualTo(METRICS.child(Element.of("PatternLayout").with("pattern", "%m"))
                        .child(Element.of("Counter")
                                .with("name", "a")
                                .child(Element.of("ThresholdFilter").with("level", "WARN"))));
    }

    @Test
    void element_inOtherCase() {
        assertThat(
                        element(
                                "<logtally NAME='metrics' MaxSeries='1'><counter Name='a' minlevel='WARN'/><LABEL/></logtally>"))
                .isEqualTo(METRICS.with("maxSeries", "1")
                        .child(Element.of("Counter").with("name", "a").with("minLevel", "WARN"))
                        .child(Element.of("Label")));
    }

    @Test
    void element_withOneSettingInTwoCases() {
        assertThat(element("<Logtally name='metrics'><Counter NAME='a' name='b'/></Logtally>"))
                .isEqualTo(METRICS.child(Element.of("Counter").with("NAME", "a").with("name", "b")));
    }

    @Test
    void element_withNamespaces() {
        assertThat(element("<Logtally name='metrics' xmlns:x='urn:x' xml:lang='en'><Counter name='a'/></Logtally>"))
                .isEqualTo(METRICS.child(Element.of("Counter").with("name", "a")));
    }

    @Test
    void element_withLookups() {
        assertThat(element("<Logtally name='metrics'><Counter name='a' message='$${x} {a} ${none} {mdc:t:-b}' "
                        + "help='${sys:none:-c}'/></Logtally>"))
                .isEqualTo(METRICS.child(Element.of("Counter")
                        .with("name", "a")
                        .with("message", "${x} {a} ${none} {mdc:t:-b}")
                        .with("help", "c")));
    }

    @Test
    void element_withArbiter() {
        assertThat(element("<Logtally name='metrics'><Counter name='a'/><Select>"
                        + "<SystemPropertyArbiter propertyName='java.version' propertyValue='none'><Counter name='b'/>"
                        + "</SystemPropertyArbiter><DefaultArbiter><Counter name='c'/></DefaultArbiter></Select>"
                        + "</Logtally>"))
                .isEqualTo(METRICS.child(Element.of("Counter").with("name", "a"))
                        .child(Element.of("Counter").with("name", "c")));
    }

    @Test
    void filters_areLog4jsOwn() {
        Configuration configuration = Configurations.ofAppenders(
                "<Logtally name='metrics' ignoreExceptions='false'><Counter name='a'/><Filters>"
                        + "<MarkerFilter marker='M'/><ThresholdFilter level='WARN'/></Filters></Logtally>");

        LogtallyAppender appender = configuration.getAppender("metrics");
        assertThat(appender.element())
                .isEqualTo(METRICS.child(Element.of("Counter").with("name", "a")));
        assertThat(appender.ignoreExceptions()).isFalse();
        assertThat(appender.getFilter())
                .isInstanceOfSatisfying(CompositeFilter.class, filters -> assertThat(filters.getFiltersArray())
                        .hasSize(2)
                        .hasAtLeastOneElementOfType(MarkerFilter.class));
    }

    @Test
    void appender_withoutName() {
        List<Configuration> read = new ArrayList<>();

        List<String> reported = Configurations.reported(
                () -> Configurations.ofAppenders("<Logtally><Counter name='a'/></Logtally>"), read);

        assertThat(read.get(0).getAppenders()).isEmpty();
        assertThat(reported).anyMatch(message -> message.contains("No appender name provided"));
    }

    @Test
    void rule_outsideOfAppender() {
        List<Configuration> read = new ArrayList<>();

        List<String> reported = Configurations.reported(
                () -> Configurations.ofAppenders("<Counter name='a'><Label name='b'/></Counter>"), read);

        assertThat(reported)
                .singleElement()
                .asString()
                .endsWith("Appenders has no parameter that matches element Counter");
    }

    private static Element element(String appender) {
        List<Configuration> read = new ArrayList<>();
        List<String> reported = Configurations.reported(() -> Configurations.ofAppenders(appender), read);
        assertThat(reported).isEmpty();
        return Configurations.element(read.get(0));
    }
}
