package io.github.logtally.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.logtally.spi.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every wrong configuration of {@code mistakes.txt}, and all that the user reads about it, to the letter.
 *
 * <p>Cases are separated by blank lines. A line is an element with its settings, {@code >} nests it in the one before, a
 * first element {@code Logtally} is the appender; what is indented is said about it.
 */
class MistakesTest {
    private static final String MESSAGE = "    ";

    private record Case(List<String> elements, List<String> messages) {}

    @TestFactory
    Stream<DynamicTest> mistake_isSaidInTheseWords() throws IOException {
        return cases().stream()
                .map(wrong -> dynamicTest(String.join(" / ", wrong.elements), () -> {
                    AppenderConfig config = Configurations.compile(appender(wrong.elements));
                    assertThat(Configurations.texts(config)).isEqualTo(wrong.messages);
                }));
    }

    @Test
    void mistakes_areManyAndDiffer() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(100).doesNotHaveDuplicates().allSatisfy(wrong -> assertThat(
                        wrong.messages)
                .isNotEmpty());
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String block : text().split("\n\n+")) {
            List<String> lines =
                    block.lines().filter(line -> !line.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                cases.add(new Case(
                        lines.stream().filter(line -> !line.startsWith(MESSAGE)).toList(),
                        lines.stream()
                                .filter(line -> line.startsWith(MESSAGE))
                                .map(String::strip)
                                .toList()));
            }
        }
        return cases;
    }

    private static String text() throws IOException {
        try (InputStream in = Objects.requireNonNull(MistakesTest.class.getResourceAsStream("mistakes.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Element appender(List<String> lines) {
        Element appender = Element.of("Logtally");
        List<Element> rules = new ArrayList<>();
        for (String line : lines) {
            Element element = element(line.replaceFirst("^> ", ""));
            if (element.kind().equals("Logtally")) {
                appender = element;
            } else if (line.startsWith("> ")) {
                int last = rules.size() - 1;
                rules.set(last, rules.get(last).child(element));
            } else {
                rules.add(element);
            }
        }
        return new Element(appender.kind(), appender.settings(), rules);
    }

    private static Element element(String line) {
        List<String> parts = Arrays.asList(line.split(" \\| "));
        Element element = Element.of(parts.get(0));
        for (String setting : parts.subList(1, parts.size())) {
            int equals = setting.indexOf('=');
            element = element.with(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return element;
    }
}
