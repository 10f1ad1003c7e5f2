package io.github.logtally.config;

import static io.github.logtally.config.Configurations.counter;
import static io.github.logtally.config.Configurations.element;
import static io.github.logtally.config.Configurations.problems;
import static io.github.logtally.config.Configurations.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.LabelDefinition.Mapping;
import io.github.logtally.spi.Element;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelCompilerTest {
    private static Element request() {
        return counter("message", "{method} {status}");
    }

    @Test
    void labels_bareReferencesConstantsAndComposed() {
        List<LabelDefinition> labels = rule(request()
                        .with(
                                "labels",
                                "method, logger, tenant={mdc:tenant:-a,b}, kind=http\\,1, code=s-{status}, none="))
                .labels();

        assertThat(labels)
                .extracting(LabelDefinition::name)
                .containsExactly("method", "logger", "tenant", "kind", "code", "none");
        assertThat(labels)
                .extracting(label -> label.value().pieces())
                .containsExactly(
                        List.of(new Piece.Ref(new Reference.Capture("method"), null)),
                        List.of(new Piece.Ref(new Reference.Logger(0), null)),
                        List.of(new Piece.Ref(new Reference.Mdc("tenant"), "a,b")),
                        List.of(new Piece.Text("http,1")),
                        List.of(new Piece.Text("s-"), new Piece.Ref(new Reference.Capture("status"), null)),
                        List.of());
    }

    @Test
    void label_bareNameCanBeAGroup() {
        assertThat(rule(counter("regex", "(?<code>[0-9]+)", "labels", "code"))
                        .labels()
                        .get(0)
                        .value()
                        .pieces())
                .containsExactly(new Piece.Ref(new Reference.Capture("code"), null));
    }

    @Test
    void labelElement_withEverything() {
        LabelDefinition label = rule(request()
                        .with("labels", "method")
                        .child(element(
                                "Label",
                                "name",
                                "code",
                                "value",
                                "{status}",
                                "map",
                                "2??=ok, 4??=client_error, *=other",
                                "replace",
                                "[0-9]{5,}",
                                "with",
                                "{n}",
                                "allow",
                                "ok, client_error, ok",
                                "maxValues",
                                "10",
                                "maxLabelLength",
                                "20",
                                "zero",
                                "ok, client_error")))
                .labels()
                .get(1);

        assertThat(label.name()).isEqualTo("code");
        assertThat(label.value().singleReference()).isEqualTo(new Piece.Ref(new Reference.Capture("status"), null));
        assertThat(label.map())
                .containsExactly(
                        new Mapping(new Glob("2??"), "ok"),
                        new Mapping(new Glob("4??"), "client_error"),
                        new Mapping(new Glob("*"), "other"));
        assertThat(label.replace()).hasToString("[0-9]{5,}");
        assertThat(label.with()).isEqualTo("{n}");
        assertThat(label.allow()).containsExactly("ok", "client_error");
        assertThat(label.maxValues()).isEqualTo(10);
        assertThat(label.maxLength()).isEqualTo(20);
        assertThat(label.zero()).containsExactly("ok", "client_error");
    }

    @Test
    void labelElement_withoutValueMeansItsName() {
        LabelDefinition label = rule(request().child(element("label", "name", " status ", "replace", "x")))
                .labels()
                .get(0);

        assertThat(label.value().pieces()).containsExactly(new Piece.Ref(new Reference.Capture("status"), null));
        assertThat(label.with()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "methd|the label 'methd' has no value of its own and so means {methd}: {methd} is nothing an event could fill;"
                        + " did you mean '{method}'?",
                "tenant|the label 'tenant' has no value of its own",
                "mdc|{mdc} names no key: write {mdc:key}.",
                "sp|the label 'sp' has no value of its own",
                "method, method|the label 'method' is there twice.",
                "a-b=x|'a-b' is no name of a label: it has letters, digits and _ and begins with no digit; did you mean 'a_b'?",
                "1a=x|did you mean '_1a'?",
                "{method}|'{method}' is no name of a label",
                "__a=x|begins with __, which Prometheus keeps for itself.",
                "=x|a label has no name.",
                "a={method|the '{' at character 1 of '{method' has no partner.",
                "a=b,|an item of the list 'a=b,' is empty",
            })
    void labels_thatAreRefused(String labels, String message) {
        assertThat(problems(request().with("labels", labels)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Counter 'x_total', labels: ")
                .contains(message);
    }

    @Test
    void labels_sayAllTheirMistakes() {
        assertThat(problems(request().with("labels", "methd, a-b=x, ok={status}, c={nope}")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "map|ok|map: 'ok' maps to nothing: write glob=result, such as 2??=ok.",
                "map|''|map: is empty.",
                "with|x|with: has no meaning without replace",
                "replace|(|replace: '(' is no regular expression",
                "allow|a,,b|allow: an item of the list",
                "zero|''|zero: is empty.",
                "maxValues|x|maxValues: 'x' is not allowed",
                "maxLabelLength|0|maxLabelLength: '0' is not allowed",
                "value|{nope}|value: {nope} is nothing an event could fill",
                "vaule|x|vaule: a Label has no such setting; did you mean 'value'? Its settings are name, value, ",
                "buckets|1|buckets: a Label has no such setting: it belongs to Histogram.",
                "name|''|name: a label has no name.",
                "name|a b|name: 'a b' is no name of a label",
            })
    void labelElement_thatIsRefused(String setting, String value, String message) {
        Element label = element("Label", "name", "status", "value", "{status}").with(setting, value);

        assertThat(problems(request().child(label)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("Counter 'x_total' > Label ")
                .contains(message);
    }

    @Test
    void labelElement_withoutName() {
        assertThat(problems(request().child(element("Label", "value", "{status}"))))
                .containsExactly("Counter 'x_total' > Label 1, name: is missing: a Label needs a name.");
    }

    @Test
    void labelElement_ofALabelThatIsThere() {
        assertThat(problems(request().with("labels", "status").child(element("Label", "name", "status"))))
                .containsExactly("Counter 'x_total' > Label 'status', name: the label 'status' is there twice: name it"
                        + " either in labels or in one Label element.");
        assertThat(problems(
                        request().child(element("Label", "name", "status")).child(element("Label", "name", "status"))))
                .hasSize(1);
    }

    @Test
    void labelElement_hasNoElements() {
        assertThat(problems(request().child(element("Label", "name", "status").child(element("Map")))))
                .containsExactly("Counter 'x_total' > Label 'status', Map: a Label has no elements in it.");
    }

    @ParameterizedTest
    @CsvSource({"Histogram, le", "Summary, quantile"})
    void label_ofTheKindItself(String kind, String label) {
        assertThat(problems(element(kind, "name", "h", "value", "1", "labels", label + "=x")))
                .containsExactly(
                        kind + " 'h', labels: the label '" + label + "' is a " + kind + "'s own. Choose another name.");
        assertThat(rule(counter("labels", label + "=x")).labels()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "allow|ok, bad|'bda' is not among the values of allow; did you mean 'bad'?",
                "map|2*=ok, *=bad|'bda' is no result of map, whose * takes every value; did you mean 'bad'?",
                "maxLabelLength|2|'bda' is longer than the 2 characters that maxLabelLength keeps.",
                "maxValues|1|3 values are more than the 1 that maxValues allows.",
            })
    void zero_thatCouldNeverCount(String setting, String value, String message) {
        Element label =
                element("Label", "name", "status", "zero", "ok, bda, other").with(setting, value);

        assertThat(problems(request().child(label)))
                .hasSize(1)
                .first()
                .asString()
                .isEqualTo("Counter 'x_total' > Label 'status', zero: " + message);
    }

    @Test
    void zero_seriesFitIntoMaxSeries() {
        Element rule = request()
                .child(element("Label", "name", "status", "zero", "a, b, c"))
                .child(element("Label", "name", "method", "zero", "d, e"));

        assertThat(rule(rule.with("maxSeries", "6")).labels()).hasSize(2);
        assertThat(problems(rule.with("maxSeries", "5")))
                .containsExactly(
                        "Counter 'x_total', maxSeries: the zero values of the labels make 6 series, more than the 5"
                                + " that maxSeries allows.");
    }
}
