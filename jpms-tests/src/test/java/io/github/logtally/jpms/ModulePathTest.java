package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.jpms.Commands.End;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Modular applications on the module path, {@code java -p}, without a class path: the Prometheus client is automatic
 * modules there, and JSpecify is not there at all.
 */
class ModulePathTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    /** What an application has to add that does not itself require the appender. */
    private static final Map<Framework, String[]> OPTIONS = Map.of(
            Framework.LOG4J, new String[] {"--add-modules", "io.github.logtally.log4j"},
            Framework.LOGBACK, new String[0]);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("frameworks")
    void newestVersions_count(Framework framework, Path java) throws Exception {
        Orders.assertCounted(application(framework).run(java, framework.newest(), OPTIONS.get(framework)));
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void oldestVersions_count(Framework framework, Path java) throws Exception {
        Orders.assertCounted(application(framework).run(java, framework.oldest(), OPTIONS.get(framework)));
    }

    @Test
    void appender_thatNoModuleRequires_isNotThere() throws Exception {
        End end = application(Framework.LOG4J).run(JAVA_HOME, Framework.LOG4J.newest());

        assertThat(end.output()).doesNotContain("orders_total");
        assertThat(end.errors()).contains("Unable to locate appender \"metrics\"");
    }

    private ModularApplication application(Framework framework) throws Exception {
        return new ModularApplication(framework.application, directory, framework.newest());
    }

    /** Each on the JVM of the build, and on a newer one where there is one. */
    static Stream<Arguments> frameworks() {
        List<Path> homes = new ArrayList<>(List.of(JAVA_HOME));
        String newer = System.getProperty("logtally.jdk21", "");
        if (!newer.isEmpty()) {
            homes.add(Path.of(newer));
        }
        return homes.stream().flatMap(home -> Stream.of(Framework.values()).map(each -> Arguments.of(each, home)));
    }
}
