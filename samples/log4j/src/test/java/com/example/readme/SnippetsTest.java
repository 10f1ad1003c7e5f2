package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * README.md and the pages beside it show nothing that does not stand in a file which some test loads, and no command but those
 * that are run: by a test, whose file is named, or by .ci/run.
 */
class SnippetsTest {
    private static final Pattern FENCE = Pattern.compile(
            "(?:<!-- (?:from|run by): (\\S+) -->\n)?^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private static final String VERIFY = "mvn -B -ntp verify";

    /** Runs all that {@link #VERIFY} does, and more. */
    private static final String VERIFY_MORE = "mvn -B -ntp -T 2 -Ppromtool,fuzz,jcstress -Djdk21=\"$JDK21\" verify";

    /** A file that has it, or a test that runs it. */
    private record Snippet(String file, String language, String text) {
        boolean isCommand() {
            return language.equals("sh");
        }

        String firstLine() {
            return text.strip().lines().findFirst().orElse("");
        }
    }

    @TestFactory
    Stream<DynamicTest> snippet_standsInItsFile() {
        return Pages.all().stream().flatMap(page -> snippets(page).stream()
                .filter(snippet -> !snippet.isCommand())
                .map(snippet -> dynamicTest(page + ": " + snippet.firstLine(), () -> {
                    assertThat(snippet.file()).as("the file of a snippet").isNotNull();
                    assertThat(unindented(Files.readString(Pages.ROOT.resolve(snippet.file()))))
                            .contains(unindented(snippet.text()));
                })));
    }

    /** CONTRIBUTING.md is for those who know what they run. */
    @TestFactory
    Stream<DynamicTest> command_isRun() throws IOException {
        List<String> ciRuns = Files.readAllLines(Pages.ROOT.resolve(".ci/run")).stream()
                .map(String::strip)
                .toList();
        return Pages.all().stream()
                .filter(page -> !page.equals("CONTRIBUTING.md"))
                .flatMap(page -> snippets(page).stream()
                        .filter(Snippet::isCommand)
                        .map(snippet -> dynamicTest(page + ": " + snippet.firstLine(), () -> {
                            if (snippet.file() == null) {
                                assertThat(ciRuns)
                                        .containsAll(snippet.text()
                                                .replace(VERIFY, VERIFY_MORE)
                                                .lines()
                                                .map(String::strip)
                                                .toList());
                            } else {
                                assertThat(snippet.file()).matches(".*(Test|IT)\\.java");
                                assertThat(Pages.ROOT.resolve(snippet.file())).exists();
                            }
                        })));
    }

    @Test
    void version_isThatOfTheBuild() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Pages.ROOT.resolve("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Pages.read("README.md")).contains("The version is `" + version.group(1) + "`");
    }

    private static List<Snippet> snippets(String page) {
        List<Snippet> snippets = new ArrayList<>();
        Matcher fence = FENCE.matcher(Pages.read(page));
        while (fence.find()) {
            snippets.add(new Snippet(fence.group(1), fence.group(2), fence.group(3)));
        }
        return snippets;
    }

    /** Whole lines, whatever stands before and after them. */
    private static String unindented(String text) {
        StringBuilder lines = new StringBuilder("\n");
        text.lines().forEach(line -> lines.append(line.strip()).append('\n'));
        return lines.toString();
    }
}
