package io.github.logtally.rules.fluentbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.jcodings.specific.UTF8Encoding;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Regex;
import org.joni.Syntax;
import org.joni.WarnCallback;
import org.joni.exception.SyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Translated expressions find what Ruby's own library finds: Joni has the last word. */
class OnigmoRegexTest {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "b",
            "ab",
            "aab",
            "aaab",
            "ba",
            "abc",
            "aa",
            "aaa",
            "aaaa",
            "a{2}",
            "{",
            "x{a}",
            "12",
            "0x1F",
            "\t",
            " ",
            "a b",
            "a\nb",
            "a\n",
            "\na",
            "b\r\n",
            "a\rb",
            "A",
            "AB",
            "aB",
            "é",
            "É",
            "a.b",
            "[a]",
            "a]",
            "a-b",
            "a_b",
            "#",
            "a#b",
            "Request GET / took 12 ms",
            "ERROR x",
            "\u000B",
            "\u0085",
            "\u00A0",
            "\u0664",
            "user=7",
            "/",
            "^a$",
            "\b",
            "ß");

    /** Joni's search stumbles over some anchors in texts of more than one byte a character. */
    private static final List<String> ASCII =
            TEXTS.stream().filter(text -> text.chars().allMatch(c -> c < 0x80)).toList();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "^a",
                "a$",
                "^a$",
                "\\Aa",
                "a\\z",
                "a\\Z",
                "a.b",
                "(?m)a.b",
                "(?m:a.)b",
                "a(?i)b|x",
                "(?i)ab",
                "(?i:a)b",
                "(?-i:a)B",
                "/ab/i",
                "/a.b/m",
                "/a b/x",
                "/a b # comment\n/x",
                "(?x)a b",
                "a b(?#comment)",
                "\\h+",
                "[\\h]+",
                "\\H",
                "[^\\h]",
                "[\\H]",
                "\\v",
                "[\\v]",
                "[[:digit:]]",
                "[[:^digit:]]",
                "[[:alpha:]_]+",
                "[^[:space:]]",
                "[[:upper:]][[:upper:]]",
                "[[:punct:]]",
                "[[:word:]]",
                "[[:xdigit:]]{2}",
                "[[:cntrl:]]",
                "[[:blank:]]",
                "[[:alnum:]]",
                "[[:lower:]]",
                "[[:print:]]",
                "[[:graph:]]",
                "\\p{Alpha}",
                "\\p{^Alpha}",
                "\\P{Digit}",
                "\\p{Upper}",
                "\\p{L}",
                "a++b",
                "a?+b",
                "a*+b",
                "a{2}+",
                "^a{1,2}+$",
                "^a{2}?$",
                "^a{2,3}?$",
                "^a{,2}$",
                "a**",
                "a+*",
                "{",
                "x{a}",
                "a{2",
                "a{,}",
                "[]a]",
                "[^]a]",
                "[a[b]]",
                "[a-z&&[^a]]",
                "[a\\]]",
                "[\\b]",
                "(?<x>a)\\k<x>",
                "(?'x'a)b",
                "(?<user_id>\\d)",
                "(a)\\1",
                "(?=a)a",
                "(?<=a)b",
                "(?<!a)b",
                "(?!a).",
                "(?>a+)b",
                "\\x41",
                "\\x{41}",
                "\\x9",
                "\\012",
                "\\/",
                "\\-",
                "a\\Kb",
                "\\R",
                "\\s",
                "\\S",
                "\\w\\W",
                "\\bb",
                "\\Bb",
                "\\d",
                "#",
                ".",
                "^$",
                "^",
                "$",
                "\\\\",
                "\\.",
                ".*a.*",
                "^.*b$",
                ".*",
                "a|",
                "|",
                "(a|b)c",
                "(?:a|b)+",
                "\\e",
                "\\t",
                "\\n",
                "[a#b]",
                "/[a b]/x",
                "(?i)É",
                "(?u)\\w",
                "(?a)\\w",
                "took \\d+ ms$",
                "\\i",
            })
    void translation_findsTheSame(String regex) throws NotTranslatable {
        Pattern java = Pattern.compile(OnigmoRegex.translate(regex).regex());
        for (String text : TEXTS) {
            assertThat(java.matcher(text).find())
                    .as("%s as %s in '%s'", regex, java, text)
                    .isEqualTo(find(regex, text));
        }
    }

    @Test
    void translation_ofRandomExpressionsFindsTheSame() {
        String[] parts = {
            "a",
            "b",
            ".",
            "^",
            "$",
            "|",
            "(",
            ")",
            "(?:",
            "(?i)",
            "(?m)",
            "(?>",
            "[ab]",
            "[^a]",
            "\\h",
            "\\d",
            "\\s",
            "*",
            "+",
            "?",
            "{2}",
            "{1,2}",
            "{,2}",
            "\\b",
            "\\A",
            "\\z",
            "[[:alpha:]]",
            "\\n",
            " ",
            "x"
        };
        Random random = new Random(20261125);
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder written = new StringBuilder();
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                written.append(parts[random.nextInt(parts.length)]);
            }
            compared += compare(written.toString()) ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private static boolean compare(String regex) {
        Pattern java;
        Regex ruby;
        try {
            ruby = ruby(regex);
        } catch (SyntaxException | NullPointerException notCompiled) {
            // Joni does not survive some repetitions of repetitions
            return false;
        }
        try {
            java = Pattern.compile(OnigmoRegex.translate(regex).regex());
        } catch (NotTranslatable refused) {
            return false;
        }
        for (String text : ASCII) {
            assertThat(java.matcher(text).find())
                    .as("%s as %s in '%s'", regex, java, text)
                    .isEqualTo(find(ruby, text));
        }
        return true;
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            textBlock =
                    """
            (?~abc) -> java.util.regex has nothing like (?~..)
            (?<a>x)\\g<a> -> java.util.regex cannot call a group with \\g
            (?(1)a|b) -> java.util.regex has nothing like (?(..)
            (?<a>x)(?<a>y) -> java.util.regex has no two groups of one name, and none named 'a'
            \\xC3\\xA9 -> \\xC3 is a byte and no character
            \\p{Nope} -> java.util.regex has no property 'Nope'
            (a -> a group has no end
            a) -> a parenthesis closes nothing
            [a -> a class of characters has no end
            a\\ -> a backslash ends it
            \\u0041 -> java.util.regex has no \\u of this kind
            \\M-a -> java.util.regex has no \\M of this kind
            *a -> java.util.regex does not take it: Dangling meta character '*'
            """)
    void whatJavaCannotSay_isRefused(String regex, String words) {
        assertThatThrownBy(() -> OnigmoRegex.translate(regex))
                .isInstanceOf(NotTranslatable.class)
                .hasMessage(words);
    }

    @Test
    void nesting_isBounded() {
        assertThatThrownBy(() -> OnigmoRegex.translate("(".repeat(5_000))).hasMessage("it is nested too deeply");
        assertThatThrownBy(() -> OnigmoRegex.translate("[".repeat(5_000)))
                .hasMessage("its classes are nested too deeply");
        assertThatThrownBy(() -> OnigmoRegex.translate("a".repeat(10_001))).isInstanceOf(NotTranslatable.class);
    }

    @Test
    void group_hasANameThatJavaTakes() throws NotTranslatable {
        OnigmoRegex.Translation translation = OnigmoRegex.translate("(?<user_id>\\d+) (?<_x>a)");

        assertThat(translation.regex()).isEqualTo("(?<userId>\\d+) (?<x>a)");
        assertThat(translation.groups()).containsEntry("user_id", "userId").containsEntry("_x", "x");
    }

    private static boolean find(String regex, String text) {
        return find(ruby(regex), text);
    }

    private static boolean find(Regex regex, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Matcher matcher = regex.matcher(bytes);
        return matcher.search(0, bytes.length, Option.DEFAULT) >= 0;
    }

    /** As Fluent Bit compiles it. */
    private static Regex ruby(String written) {
        String body = written;
        int options = Option.NONE;
        int end = written.lastIndexOf('/');
        if (written.startsWith("/") && end > 0 && written.substring(end + 1).matches("[imx]*")) {
            body = written.substring(1, end);
            options |= written.indexOf('i', end) > 0 ? Option.IGNORECASE : 0;
            options |= written.indexOf('m', end) > 0 ? Option.MULTILINE : 0;
            options |= written.indexOf('x', end) > 0 ? Option.EXTEND : 0;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Regex(bytes, 0, bytes.length, options, UTF8Encoding.INSTANCE, Syntax.RUBY, WarnCallback.NONE);
    }
}
