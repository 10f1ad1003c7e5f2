package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * README.md and the pages beside it show nothing that does not stand in a file which some test loads, and README.md no command
 * but those that are run.
 */
class SnippetsTest {
    private static final Path ROOT = Path.of("../..");
    private static final List<String> PAGES = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "docs/fleet.md",
            "docs/jpms.md",
            "docs/osgi.md",
            "docs/registries.md",
            "docs/short-jobs.md",
            "docs/spring-boot.md");
    private static final Pattern FENCE =
            Pattern.compile("(?:<!-- from: (\\S+) -->\n)?^```(\\w*)\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private record Snippet(String file, String language, String text) {}

    @TestFactory
    Stream<DynamicTest> snippet_standsInItsFile() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (String page : PAGES) {
            snippets.addAll(snippets(page));
        }
        return snippets.stream()
                .filter(snippet -> !snippet.language().equals("sh"))
                .map(snippet ->
                        dynamicTest(snippet.text().strip().lines().findFirst().orElse(""), () -> {
                            assertThat(snippet.file())
                                    .as("the file of a snippet")
                                    .isNotNull();
                            assertThat(unindented(Files.readString(ROOT.resolve(snippet.file()))))
                                    .contains(unindented(snippet.text()));
                        }));
    }

    @Test
    void commands_areThoseThatRun() throws IOException {
        List<String> commands = snippets("README.md").stream()
                .filter(snippet -> snippet.language().equals("sh"))
                .map(snippet -> snippet.text().strip())
                .collect(Collectors.toCollection(ArrayList::new));
        String verify = "mvn -B -ntp verify";
        String verifyMore = "mvn -B -ntp -Ppromtool,fuzz,jcstress verify";

        assertThat(commands).contains(verify, verifyMore);
        commands.remove(verify);
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run")))
                .as("what the build runs: " + verifyMore + " is " + verify + " and more")
                .extracting(String::strip)
                .containsAll(commands);
    }

    @Test
    void links_leadSomewhere() throws IOException {
        for (String page : PAGES) {
            Path file = ROOT.resolve(page);
            Matcher link = Pattern.compile("]\\(([^)#]+)\\)").matcher(Files.readString(file));
            List<String> targets = link.results()
                    .map(found -> found.group(1))
                    .filter(target -> !target.startsWith("https:"))
                    .toList();

            assertThat(targets).as(page).allSatisfy(target -> assertThat(file.resolveSibling(target))
                    .exists());
        }
    }

    @Test
    void version_isThatOfTheBuild() throws IOException {
        Matcher version =
                Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(ROOT.resolve("pom.xml")));

        assertThat(version.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("The version is `" + version.group(1) + "`");
    }

    private static List<Snippet> snippets(String page) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        Matcher fence = FENCE.matcher(Files.readString(ROOT.resolve(page)));
        while (fence.find()) {
            snippets.add(new Snippet(fence.group(1), fence.group(2), fence.group(3)));
        }
        assertThat(snippets).as(page).isNotEmpty();
        return snippets;
    }

    /** Whole lines, whatever stands before and after them. */
    private static String unindented(String text) {
        StringBuilder lines = new StringBuilder("\n");
        text.lines().forEach(line -> lines.append(line.strip()).append('\n'));
        return lines.toString();
    }
}
