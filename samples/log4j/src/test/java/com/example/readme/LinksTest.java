package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Links of README.md and of the pages beside it lead somewhere, and every page is found from README.md. */
class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("^```.*?^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> links_leadSomewhere() {
        return Pages.all().stream()
                .map(page -> dynamicTest(page, () -> assertThat(links(page)).allSatisfy(link -> {
                    int hash = link.indexOf('#');
                    Path target = hash == 0
                            ? Pages.ROOT.resolve(page)
                            : target(page, hash < 0 ? link : link.substring(0, hash));
                    assertThat(target).exists();
                    if (hash >= 0) {
                        assertThat(anchors(Files.readString(target))).contains(link.substring(hash + 1));
                    }
                })));
    }

    @Test
    void pages_areAllLinkedFromReadme() {
        Set<Path> linked = links("README.md").stream()
                .map(link -> target("README.md", link.replaceFirst("#.*", "")))
                .collect(Collectors.toSet());

        assertThat(Pages.all().stream().filter(page -> page.startsWith("docs/")))
                .isNotEmpty()
                .allSatisfy(page ->
                        assertThat(linked).contains(Pages.ROOT.resolve(page).normalize()));
    }

    /** The targets of the links but those to other hosts. */
    private static List<String> links(String page) {
        return LINK.matcher(CODE.matcher(Pages.read(page)).replaceAll(""))
                .results()
                .map(found -> found.group(1))
                .filter(target -> !target.startsWith("https:"))
                .toList();
    }

    private static Path target(String page, String link) {
        return Pages.ROOT.resolve(page).resolveSibling(link).normalize();
    }

    /** The anchors that the headings of a page have on the usual hosts of Markdown. */
    private static Set<String> anchors(String page) {
        return HEADING.matcher(CODE.matcher(page).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
