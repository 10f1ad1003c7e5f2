package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.logtally.config.MessagePattern.Hole;
import io.github.logtally.config.MessagePattern.Literal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagePatternParserTest {
    @Test
    void pattern_ofLiteralsAndHoles() throws Mistake {
        assertThat(MessagePatternParser.parse("Request {method} took {ms} ms").parts())
                .containsExactly(
                        new Literal("Request "),
                        new Hole("method"),
                        new Literal(" took "),
                        new Hole("ms"),
                        new Literal(" ms"));
    }

    @Test
    void unnamedHoles_areBothSpellings() throws Mistake {
        assertThat(MessagePatternParser.parse("{*}a{}").parts())
                .containsExactly(new Hole(null), new Literal("a"), new Hole(null));
    }

    @Test
    void literalCharacters_joinTheTextAround() throws Mistake {
        assertThat(MessagePatternParser.parse("a{lbrace}b{rbrace}{sp}{x}{sp}").parts())
                .containsExactly(new Literal("a{b} "), new Hole("x"), new Literal(" "));
    }

    @Test
    void captureNames_areTheNamedHoles() throws Mistake {
        assertThat(MessagePatternParser.parse("{_a} {*} {B9}").captureNames()).containsExactly("_a", "B9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty.",
                "a {b|the '{' at character 3 of 'a {b' has no partner. A literal brace is written {lbrace} or {rbrace}.",
                "a } b|the '}' at character 3 of 'a } b' has no partner. A literal brace is written {lbrace} or {rbrace}.",
                "{a {b}|the '{' at character 1",
                "{a}}|the '}' at character 4",
                "{a}{b}|nothing stands between a hole and the hole '{b}' behind it",
                "{a}{}|nothing stands between",
                "x{*}{*}|nothing stands between",
                "{a} {b} {a}|two holes are named 'a'",
                "{level} x|a hole cannot be named 'level': {level} is a built-in reference.",
                "{arg} x|a hole cannot be named 'arg'",
                "{mdc} x|a hole cannot be named 'mdc'",
                "{1a}|'{1a}' is no hole",
                "{a b}|'{a b}' is no hole",
                "{mdc:a}|'{mdc:a}' is no hole",
                "{\"id\":1}|is no hole",
                "{ }|'{ }' is no hole",
            })
    void pattern_thatIsRefused(String text, String message) {
        assertThatThrownBy(() -> MessagePatternParser.parse(text))
                .isInstanceOf(Mistake.class)
                .hasMessageContaining(message);
    }
}
