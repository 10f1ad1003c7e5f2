package io.github.logtally.rulesfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesSourcesTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules.yaml | rules.yaml: does not say where the file is: write file:rules.yaml or classpath:rules.yaml.",
                "http://h/r.yaml | http://h/r.yaml: is not read from there: write file: and a path, or classpath: and the name of a"
                        + " resource.",
                "jar:file:/a.jar!/r | jar:file:/a.jar!/r: is not read from there: write file: and a path, or classpath: and the name"
                        + " of a resource.",
                "classpath:no.yaml | classpath:no.yaml: there is no such resource on the class path.",
                "classpath: | classpath:: there is no such resource on the class path.",
                "file: | file:: names no file: write file: and its path.",
                "file:/no/such.yaml | /no/such.yaml: does not exist.",
                "file:/dev/null | /dev/null: cannot be read: java.io.IOException: it is no regular file",
                "file:///no/such.yaml | /no/such.yaml: does not exist.",
            })
    void sourceThatCannotBeHad_saysWhy(String setting, String problem) {
        RulesSources sources = RulesSources.of(setting, List.of());

        assertThat(sources.read().problems()).containsExactly(problem);
        assertThat(names(sources)).containsExactly("");
    }

    @Test
    void sources_countInTheirOrder_behindTheAppendersOwn() throws IOException {
        write("a,b.yaml", "first");
        write("c.yaml", "second");

        RulesSources sources =
                RulesSources.of("file:" + directory + "/a\\,b.yaml,  file:" + directory + "/c.yaml", List.of());
        Element appender = sources.read()
                .addTo(Element.of("Logtally").child(Element.of("Counter").with("name", "own")));

        assertThat(appender.children())
                .extracting(rule -> rule.settings().get("name"))
                .containsExactly("own", "first", "second");
    }

    @Test
    void resource_isThatOfTheFirstLoaderThatHasIt() throws IOException {
        Path one = Files.createDirectory(directory.resolve("one"));
        Path two = Files.createDirectory(directory.resolve("two"));
        write("one/r.yaml", "from_one");
        write("two/r.yaml", "from_two");
        write("two/only.yaml", "only_two");

        try (URLClassLoader first = loader(one);
                URLClassLoader second = loader(two)) {
            assertThat(RulesSources.of("classpath:r.yaml, classpath:/only.yaml", List.of(first, second))
                            .read()
                            .addTo(Element.of("Logtally"))
                            .children())
                    .extracting(rule -> rule.settings().get("name"))
                    .containsExactly("from_one", "only_two");
        }
    }

    @Test
    void loaderThatThrows_hidesNoResourceOfTheOthers() throws IOException {
        write("r.yaml", "from_other");
        ClassLoader stopped = new ClassLoader(null) {
            @Override
            public URL getResource(String name) {
                throw new IllegalStateException("stopped");
            }
        };

        try (URLClassLoader other = loader(directory)) {
            RulesSources sources = RulesSources.of("classpath:r.yaml", List.of(stopped, other));

            assertThat(sources.read().problems()).isEmpty();
        }
        assertThat(RulesSources.of("classpath:r.yaml", List.of(stopped)).read().problems())
                .containsExactly("classpath:r.yaml: there is no such resource on the class path.");
    }

    @Test
    void noSetting_namesNoFile() {
        assertThat(RulesSources.of(" ", List.of()).isEmpty()).isTrue();
    }

    private void write(String file, String counter) throws IOException {
        Files.writeString(directory.resolve(file), "metrics: [{counter: " + counter + "}]");
    }

    private static URLClassLoader loader(Path path) throws MalformedURLException {
        return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
    }

    private static List<String> names(RulesSources sources) {
        return sources.read().addTo(Element.of("Logtally")).children().stream()
                .map(Element::kind)
                .toList();
    }
}
