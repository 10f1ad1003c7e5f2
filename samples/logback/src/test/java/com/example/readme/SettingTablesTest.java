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

/** The tables of the appender's page have every setting that the classes have, and none that they have not. */
class SettingTablesTest {
    /** A setting at the start of a row. */
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
        String page = Files.readString(Path.of("../../docs/logback-appender.md"));
        Set<String> shown = ROW.matcher(page.substring(page.indexOf("\n## Settings of the appender\n")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        Set<String> settings = ELEMENTS.stream()
                .flatMap(element -> Arrays.stream(element.getMethods()))
                .filter(SettingTablesTest::isSetter)
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
