package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.rules.check.FileCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void folderWithoutRules_isWrongUsage() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing of ours");

        assertThat(run("check", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nothing to check");
    }

    @Test
    void rightRules_areFine() {
        assertThat(run("check", resource("right.yaml").toString())).isZero();
        assertThat(out.toString()).isEqualTo("1 file, 0 mistakes\n");
    }

    @Test
    void allMistakesAreShown_howeverManyThereAre() throws IOException {
        Path file = folder.resolve("rubbish.yaml");
        Files.writeString(
                file, IntStream.range(0, 300).mapToObj(i -> "key" + i + ": 1\n").collect(Collectors.joining()));

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains(":1:1: ", ":300:1: ").doesNotContain("more");
    }

    @Test
    void log4jConfiguration_isCheckedWithTheRulesItNames() {
        Path file = resource("log4j2.xml");

        assertThat(run("check", "--classpath", resource("app").toString(), file.toString()))
                .isEqualTo(1);
        assertThat(out.toString().replace(file.getParent() + "/", "").lines().toList())
                .zipSatisfy(
                        List.of(
                                "note: log4j2.xml:11:7: labels is not checked: what ${env:LABELS}",
                                "log4j2.xml:8:5: appender 'metrics', capacity: 'many' is not allowed.",
                                "log4j2.xml:10:7: Counter 'errors_total', minLevel: 'WRAN' is no level;",
                                "log-metrics.yaml:4:5: Counter 'orders_total', lables: a Counter has no such setting;",
                                "1 file, 3 mistakes"),
                        (line, beginning) -> assertThat(line).startsWith(beginning));
    }

    @Test
    void logbackConfiguration_isCheckedAsLogbackReadsIt() {
        Path file = resource("logback.xml");

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(out.toString().replace(file.getParent() + "/", "").lines().toList())
                .zipSatisfy(
                        List.of(
                                "note: logback.xml:2:3: what it includes is not looked into",
                                "logback.xml:7:7: regex: a brace has no partner, and Logback stumbles over it.",
                                "logback.xml:11:7: regex: Logback cuts it at the :- that stands outside of braces.",
                                "logback.xml:14:5: Appender [metrics]: a Counter is empty.",
                                "note: logback.xml:4:5: classpath:log-metrics.yaml is not looked into: say with --classpath",
                                "logback.xml:12:7: Counter 'signed_total', mesage: a Counter has no such setting;",
                                "logback.xml:11:7: Counter 'signed_total', regex: '(?' is no regular expression:",
                                "logback.xml:14:5: Counter, name: is missing: a Counter needs a name.",
                                "1 file, 6 mistakes"),
                        (line, beginning) -> assertThat(line).startsWith(beginning));
    }

    @Test
    void rulesThatAreNotThere_areAMistake() throws IOException {
        Path file = Files.writeString(
                folder.resolve("log4j2.xml"),
                "<Configuration><Appenders><Logtally name='m' rules='classpath:nowhere.yaml'/></Appenders></Configuration>");

        assertThat(run("check", file.toString(), "--classpath", folder.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("classpath:nowhere.yaml: there is no such resource on the class path.");
    }

    @Test
    void folder_isSearchedForWhatConcernsRules() throws IOException {
        Files.writeString(folder.resolve("application.yaml"), "spring: {}\n");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.writeString(folder.resolve("a.yml"), "metrics:\n  - counter: a\n    level: WRAN\n");
        Files.createDirectory(folder.resolve("b"));
        Files.copy(resource("right.yaml"), folder.resolve("b/right.yaml"));

        assertThat(run("check", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .startsWith(folder.resolve("a.yml") + ":3:5: Counter 'a', level: 'WRAN' is no level;")
                .endsWith("2 files, 1 mistake\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><configuration>&x;</configuration>",
                "<!DOCTYPE c SYSTEM 'http://localhost:1/c.dtd'><configuration/>",
                "<configuration><appender></configuration>",
                "",
                "no xml",
            })
    void xmlThatIsNotRead_isAMistake(String xml) throws IOException {
        Path file = Files.writeString(folder.resolve("logback.xml"), xml);

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("logback.xml:1:")
                .endsWith("1 file, 1 mistake\n")
                .doesNotContain("root:");
    }

    @Test
    void deepXml_isAMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("logback.xml"), "<configuration>" + "<a>".repeat(10_000));

        assertThat(run("check", file.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("nested too deeply");
    }

    @Test
    void otherFormatsOfLog4j_areSaidNotToBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("log4j2-test.yaml"), "Configuration: {}\n");

        assertThat(run("check", file.toString())).isZero();
        assertThat(out.toString()).contains("of Log4j's formats only XML is read here");
    }

    @Test
    void missingFile_isWrongUsage() {
        assertThat(run("check", "nowhere.yaml")).isEqualTo(2);
        assertThat(run("check")).isEqualTo(2);
    }

    private static Path resource(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(FileCheck.class.getResource(name)).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
