package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.logback.Counter;
import io.github.logtally.logback.Exclude;
import io.github.logtally.logback.Gauge;
import io.github.logtally.logback.Histogram;
import io.github.logtally.logback.Label;
import io.github.logtally.logback.LogtallyAppender;
import io.github.logtally.logback.Summary;
import java.beans.Introspector;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of README.md have every setting there is, and none that there is not. */
class ReadmeSettingsTest {
    /** A setting at the start of a row; references and metrics, which have tables too, have braces and underscores. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-zA-Z]+)`", Pattern.MULTILINE);

    private static final List<Class<?>> ELEMENTS = List.of(
            LogtallyAppender.class,
            Counter.class,
            Gauge.class,
            Histogram.class,
            Summary.class,
            Label.class,
            Exclude.class);

    @Test
    void tables_haveEverySetting() throws IOException {
        Set<String> shown = ROW.matcher(Files.readString(Path.of("../../README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        Set<String> settings = ELEMENTS.stream()
                .flatMap(element -> Arrays.stream(element.getMethods()))
                .filter(ReadmeSettingsTest::isSetter)
                .map(method -> Introspector.decapitalize(method.getName().substring("set".length())))
                .collect(Collectors.toSet());

        assertThat(shown).containsExactlyInAnyOrderElementsOf(settings);
    }

    private static boolean isSetter(Method method) {
        return method.getName().startsWith("set")
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
                && method.getDeclaringClass().getPackage().equals(LogtallyAppender.class.getPackage());
    }
}
