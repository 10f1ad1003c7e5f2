package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateParserTest {
    private static final References REFERENCES = References.toCaptures(List.of("method", "path"));

    static Stream<Arguments> references() {
        return Stream.of(
                reference("{method}", new Reference.Capture("method"), null),
                reference("{method:-none}", new Reference.Capture("method"), "none"),
                reference("{method:-}", new Reference.Capture("method"), ""),
                reference("{level}", new Reference.Level(), null),
                reference("{logger}", new Reference.Logger(0), null),
                reference("{logger:2}", new Reference.Logger(2), null),
                reference("{logger:2:-x}", new Reference.Logger(2), "x"),
                reference("{thread}", new Reference.ThreadName(), null),
                reference("{marker:-none}", new Reference.Marker(), "none"),
                reference("{template}", new Reference.MessageTemplate(), null),
                reference("{message}", new Reference.Message(), null),
                reference("{exception}", new Reference.ExceptionName(false), null),
                reference("{exception:full}", new Reference.ExceptionName(true), null),
                reference("{exception:full:-no}", new Reference.ExceptionName(true), "no"),
                reference("{rootCause}", new Reference.RootCauseName(false), null),
                reference("{rootCause:full}", new Reference.RootCauseName(true), null),
                reference("{mdc:tenant}", new Reference.Mdc("tenant"), null),
                reference("{mdc:tenant:-none}", new Reference.Mdc("tenant"), "none"),
                reference("{mdc:a.b-c/d}", new Reference.Mdc("a.b-c/d"), null),
                reference("{mdc:ns:key:-x:-y}", new Reference.Mdc("ns:key"), "x:-y"),
                reference("{field:order}", new Reference.Field("order"), null),
                reference("{arg:0}", new Reference.Argument(0), null),
                reference("{arg:99}", new Reference.Argument(99), null));
    }

    private static Arguments reference(String text, Reference reference, @Nullable String fallback) {
        return Arguments.of(text, new Piece.Ref(reference, fallback));
    }

    @ParameterizedTest
    @MethodSource("references")
    void reference_alone(String text, Piece.Ref expected) throws Mistake {
        assertThat(TemplateParser.parse(text, REFERENCES).pieces()).containsExactly(expected);
    }

    @Test
    void template_composed() throws Mistake {
        assertThat(TemplateParser.parse("a{lbrace}{method}{sp}-{level}", REFERENCES)
                        .pieces())
                .containsExactly(
                        new Piece.Text("a{"),
                        new Piece.Ref(new Reference.Capture("method"), null),
                        new Piece.Text(" -"),
                        new Piece.Ref(new Reference.Level(), null));
    }

    @Test
    void template_constantOrEmpty() throws Mistake {
        assertThat(TemplateParser.parse("a b", REFERENCES).constant()).isEqualTo("a b");
        assertThat(TemplateParser.parse("", REFERENCES).pieces()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{methd}|{methd} is nothing an event could fill; did you mean '{method}'? Captures of this rule: method, path;",
                "{Level}|did you mean '{level}'?",
                "{}|{} is a hole nobody names and cannot be referred to",
                "{*}|{*} is a hole nobody names and cannot be referred to",
                "{mdc}|{mdc} names no key: write {mdc:key}.",
                "{mdc:}|{mdc:} names no key",
                "{mdc:-x}|{mdc} names no key",
                "{field: }|{field:} names no key",
                "{arg}|{arg} names no argument: write {arg:0} for the first.",
                "{arg:x}|'x' is no whole number, 0 to 99.",
                "{arg:100}|'100' is no whole number, 0 to 99.",
                "{arg:-1}|{arg} names no argument",
                "{logger:0}|'0' is no whole number, 1 or more.",
                "{logger:99999999999}|is no whole number",
                "{logger:}|'' is no whole number",
                "{exception:simple}|write {exception} for the simple class name or {exception:full} for the full one.",
                "{rootCause:Full}|{rootCause:full}",
                "{method:2}|{method} takes nothing behind its name but a default, {method:-default}; found '2'.",
                "{level:x}|{level} takes nothing",
                "{mcd:tenant}|did you mean '{mdc:..}'?",
                "{a {level}}|the '{' at character 1",
                "{level|the '{' at character 1",
                "level}|the '}' at character 6",
                "{mdc:a:-{level}}|has no partner",
            })
    void template_thatIsRefused(String text, String message) {
        assertThatThrownBy(() -> TemplateParser.parse(text, REFERENCES))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining(message);
    }

    @Test
    void appenderLabels_cannotReferToCaptures() {
        assertThatThrownBy(() -> TemplateParser.parse("{method}", References.OF_EVERY_EVENT))
                .hasMessageContaining("The appender's labels cannot refer to the captures of a rule");
    }

    @Test
    void unknownCaptures_letAnyNamePass() throws Mistake {
        assertThat(TemplateParser.parse("{x}", References.toUnknownCaptures()).pieces())
                .containsExactly(new Piece.Ref(new Reference.Capture("x"), null));
    }
}
