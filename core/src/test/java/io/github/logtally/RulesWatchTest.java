package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.rulesfile.RulesSources;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.testing.TestEventReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesWatchTest {
    private static final String BEFORE = "metrics: [{counter: before_total}]\n";
    private static final String AFTER = "metrics: [{counter: after_total}]\n";
    private static final String BROKEN = "metrics: [{counter: after_total, level: INF, lgger: x}]\n";

    @TempDir
    Path directory;

    private Path file = Path.of("");
    private final List<String> said = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final List<Integer> refused = new ArrayList<>();

    @BeforeEach
    void writeFile() throws IOException {
        file = directory.resolve("rules.yaml");
        Files.writeString(file, BEFORE);
    }

    @Test
    void fileThatDoesNotChange_isLeftAlone() throws IOException {
        RulesWatch watch = watch();

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(watch.look()).isFalse();
        assertThat(taken).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void change_isTakenOverOnceTwoLooksAgree() throws IOException {
        RulesWatch watch = watch();

        Files.writeString(file, AFTER);
        assertThat(watch.look()).isTrue();
        assertThat(taken).isEmpty();
        assertThat(watch.look()).isFalse();
        assertThat(taken).containsExactly("[native_total, after_total]");
        assertThat(watch.look()).isFalse();
        assertThat(taken).hasSize(1);
        assertThat(said).isEmpty();
    }

    @Test
    void changeOfTheSameTimeAndLength_isSeen() throws IOException {
        RulesWatch watch = watch();
        FileTime time = Files.getLastModifiedTime(file);

        Files.writeString(file, BEFORE.replace("before", "behind"));
        Files.setLastModifiedTime(file, time);
        look(watch, 2);
        assertThat(taken).containsExactly("[native_total, behind_total]");
    }

    @Test
    void fileThatIsBeingWritten_isNotTakenOver() throws IOException {
        RulesWatch watch = watch();

        Files.writeString(file, "");
        assertThat(watch.look()).isTrue();
        Files.writeString(file, "metrics:\n");
        assertThat(watch.look()).isTrue();
        Files.writeString(file, AFTER);
        assertThat(watch.look()).isTrue();
        assertThat(watch.look()).isFalse();
        assertThat(taken).containsExactly("[native_total, after_total]");
        assertThat(said).isEmpty();
    }

    @Test
    void changeThatIsBroken_isRefusedWithAllItsMistakes_once() throws IOException {
        RulesWatch watch = watch();

        Files.writeString(file, BROKEN);
        look(watch, 6);
        assertThat(taken).isEmpty();
        assertThat(refused).containsExactly(1);
        assertThat(said).hasSize(3);
        assertThat(said.get(1)).startsWith(file + ":1:34: Counter 'after_total', level: 'INF' is no level");
        assertThat(said.get(0)).startsWith(file + ":1:46: Counter 'after_total', lgger: a Counter has no such setting");
        assertThat(said.get(2)).isEqualTo("the changed rules are refused for 2 mistakes; the rules read before go on.");
    }

    @Test
    void changeThatIsTakenBack_isWellAgain() throws IOException {
        RulesWatch watch = watch();

        Files.writeString(file, BROKEN);
        look(watch, 2);
        Files.writeString(file, BEFORE);
        look(watch, 2);
        assertThat(refused).containsExactly(1, 0);
        assertThat(taken).isEmpty();
    }

    @Test
    void fileThatVanishes_leavesItsRules_andMayComeBack() throws IOException {
        RulesWatch watch = watch();

        Files.delete(file);
        look(watch, 4);
        assertThat(said).containsExactly(file + ": does not exist. The rules read before go on.");
        assertThat(taken).isEmpty();
        assertThat(refused).containsExactly(1);

        Files.writeString(file, AFTER);
        look(watch, 2);
        assertThat(taken).containsExactly("[native_total, after_total]");
    }

    @Test
    void fileThatVanishes_hidesNoMistakeOfAnother() throws IOException {
        Path other = Files.writeString(directory.resolve("other.yaml"), BEFORE);
        RulesWatch watch = watch("file:" + file + ", file:" + other, Element.of("Logtally"));

        Files.delete(file);
        Files.writeString(other, "metrics: [{cuonter: a_total}]\n");
        look(watch, 2);
        assertThat(said)
                .hasSize(3)
                .contains(file + ": does not exist.")
                .anyMatch(line -> line.startsWith(other + ":1:12: 'cuonter' is no kind of metric"));
        assertThat(refused).containsExactly(2);
    }

    @Test
    void changeThatTakesTheNameOfDiscovery_isRefusedWithItsMistake() throws IOException {
        RulesWatch watch = watch("file:" + file, Element.of("Logtally").with("discovery", "true"));

        Files.writeString(file, "metrics: [{counter: log_template_events_total, labels: [level]}]\n");
        look(watch, 2);
        assertThat(taken).isEmpty();
        assertThat(refused).containsExactly(1);
        assertThat(said)
                .hasSize(2)
                .anyMatch(line -> line.startsWith("appender 'metrics' > discovery, name: Counter"
                        + " 'log_template_events_total' names this metric already, with labels"));
    }

    @Test
    void changeFullOfRubbish_isSaidInPart() throws IOException {
        RulesWatch watch = watch();

        Files.writeString(file, "metrics: [{counter: a_total}]\n" + rubbish(500));
        look(watch, 2);
        assertThat(said).hasSize(ProblemLines.MOST_OF_A_FILE + 2);
        assertThat(said.get(ProblemLines.MOST_OF_A_FILE))
                .isEqualTo(file + ": has 500 mistakes, of which these are the first 100; 400 more are not listed here."
                        + " logtally-rules check shows all.");
        assertThat(said.get(ProblemLines.MOST_OF_A_FILE + 1))
                .startsWith("the changed rules are refused for 500 mistakes");
    }

    private static String rubbish(int keys) {
        return IntStream.range(0, keys).mapToObj(i -> "k" + i + ": 1\n").collect(Collectors.joining());
    }

    /** As Kubernetes updates a mounted ConfigMap. */
    @Test
    void directoryLinkThatIsReplaced_isSeen() throws IOException {
        Path data = directory.resolve("..data");
        Files.writeString(Files.createDirectory(directory.resolve("..1")).resolve("map.yaml"), BEFORE);
        Files.writeString(Files.createDirectory(directory.resolve("..2")).resolve("map.yaml"), AFTER);
        Files.createSymbolicLink(data, Path.of("..1"));
        Path mounted = Files.createSymbolicLink(directory.resolve("map.yaml"), Path.of("..data", "map.yaml"));
        RulesWatch watch = watch("file:" + mounted, Element.of("Logtally"));

        Path next = Files.createSymbolicLink(directory.resolve("..data_tmp"), Path.of("..2"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        look(watch, 2);
        assertThat(taken).containsExactly("[after_total]");
    }

    @Test
    void mistakeInTheConfiguration_keepsNoFileFromBeingTakenOver() throws IOException {
        RulesWatch watch = watch(
                "file:" + file, Element.of("Logtally").with("capacity", "x").child(Element.of("Countr")));

        Files.writeString(file, AFTER);
        look(watch, 2);
        assertThat(taken).containsExactly("[after_total]");
    }

    @Test
    void mistakeInTheConfiguration_isNotTheFilesWhereBothNameARule() throws IOException {
        Element broken = Element.of("Counter").with("name", "twice_total").with("level", "x");
        RulesWatch watch = watch("file:" + file, Element.of("Logtally").child(broken));

        Files.writeString(file, "metrics: [{counter: twice_total}]\n");
        look(watch, 2);
        assertThat(taken).containsExactly("[twice_total]");
    }

    @Test
    void resourceInAnArchive_isSaidToBeUnchangeable() throws IOException {
        Path jar = directory.resolve("rules.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("packed.yaml"));
            out.write(BEFORE.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            RulesSources sources = RulesSources.of("classpath:packed.yaml", List.of(loader));
            assertThat(sources.read().problems()).isEmpty();

            watch(sources, Element.of("Logtally"));
            assertThat(said)
                    .containsExactly("rulesRefresh: packed.yaml is no file of its own and cannot change while the"
                            + " application runs; it is read once.");
        }
    }

    private static void look(RulesWatch watch, int times) {
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }

    private RulesWatch watch() {
        return watch(
                "file:" + file,
                Element.of("Logtally").child(Element.of("Counter").with("name", "native_total")));
    }

    private RulesWatch watch(String setting, Element appender) {
        return watch(RulesSources.of(setting, List.of()), appender);
    }

    private RulesWatch watch(RulesSources sources, Element appender) {
        StatusReporter reporter = new StatusReporter() {
            @Override
            public void configurationProblem(String message) {
                said.add(message);
            }

            @Override
            public void warning(String message, @Nullable Throwable cause) {
                said.add(message);
            }
        };
        return new RulesWatch(
                "metrics",
                appender,
                sources,
                sources.read(),
                new TestEventReader(),
                reporter,
                config -> taken.add(names(config)),
                refused::add);
    }

    private static String names(AppenderConfig config) {
        return config.rules().stream()
                .map(rule -> rule.metric().name())
                .toList()
                .toString();
    }
}
