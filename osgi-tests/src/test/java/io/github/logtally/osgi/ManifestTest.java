package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the published jars say of themselves: nothing is exported or imported that is not listed here. */
class ManifestTest {
    private static final String CLIENT = "version=\"[1.3,2)\"";
    private static final String LOG4J = "version=\"[2.20,3)\"";
    private static final String LOGBACK = "version=\"[1.5,2)\"";
    private static final String SLF4J = "version=\"[2.0,3)\"";
    private static final String OURS = "version=\"[0.1,0.2)\"";
    private static final String YAML = "version=\"[2.10,4)\";resolution:=optional";
    private static final String JSPECIFY = "version=\"[1.0,2)\";resolution:=optional";

    @Test
    void core_exportsWhatUsersNeed() throws IOException {
        Attributes headers = headers("logtally-core");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.logtally.core");
        assertThat(clauses(headers, "Export-Package"))
                .isEqualTo(Map.of(
                        "io.github.logtally", "version=\"0.1.0\"",
                        "io.github.logtally.rulesfile", "version=\"0.1.0\"",
                        "io.github.logtally.spi", "version=\"0.1.0\"",
                        "io.github.logtally.trial", "version=\"0.1.0\""));
        assertThat(clauses(headers, "Import-Package"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("io.prometheus.metrics.core.datapoints", CLIENT),
                        Map.entry("io.prometheus.metrics.core.metrics", CLIENT),
                        Map.entry("io.prometheus.metrics.model.registry", CLIENT),
                        Map.entry("io.prometheus.metrics.model.snapshots", CLIENT),
                        Map.entry("org.osgi.framework", "version=\"[1.8,2)\";resolution:=optional"),
                        Map.entry("org.osgi.framework.wiring", "version=\"[1.2,2)\";resolution:=optional"),
                        Map.entry("org.snakeyaml.engine.v2.api", YAML),
                        Map.entry("org.snakeyaml.engine.v2.api.lowlevel", YAML),
                        Map.entry("org.snakeyaml.engine.v2.common", YAML),
                        Map.entry("org.snakeyaml.engine.v2.events", YAML),
                        Map.entry("org.snakeyaml.engine.v2.exceptions", YAML),
                        Map.entry("org.jspecify.annotations", JSPECIFY)));
    }

    @Test
    void log4jAppender_isAFragmentOfLog4j() throws IOException {
        Attributes headers = headers("logtally-log4j-appender");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.logtally.log4j");
        assertThat(headers.getValue("Fragment-Host"))
                .isEqualTo("org.apache.logging.log4j.core;bundle-version=\"[2.20,3)\"");
        assertThat(clauses(headers, "Export-Package"))
                .isEqualTo(Map.of("io.github.logtally.log4j", "version=\"0.1.0\""));
        assertThat(clauses(headers, "Import-Package"))
                .isEqualTo(Map.of(
                        "io.github.logtally",
                        OURS,
                        "io.github.logtally.spi",
                        OURS,
                        "org.apache.logging.log4j.message",
                        LOG4J,
                        "org.apache.logging.log4j.status",
                        LOG4J,
                        "org.apache.logging.log4j.util",
                        LOG4J,
                        "org.jspecify.annotations",
                        JSPECIFY));
    }

    @Test
    void logbackAppender_isAFragmentOfLogback() throws IOException {
        Attributes headers = headers("logtally-logback-appender");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.logtally.logback");
        assertThat(headers.getValue("Fragment-Host")).isEqualTo("ch.qos.logback.classic;bundle-version=\"[1.5,2)\"");
        assertThat(clauses(headers, "Export-Package"))
                .isEqualTo(Map.of("io.github.logtally.logback", "version=\"0.1.0\""));
        assertThat(clauses(headers, "Import-Package"))
                .isEqualTo(Map.of(
                        "io.github.logtally",
                        OURS,
                        "io.github.logtally.spi",
                        OURS,
                        "ch.qos.logback.core",
                        LOGBACK,
                        "ch.qos.logback.core.filter",
                        LOGBACK,
                        "ch.qos.logback.core.spi",
                        LOGBACK,
                        "ch.qos.logback.core.status",
                        LOGBACK,
                        "org.slf4j",
                        SLF4J,
                        "org.slf4j.event",
                        SLF4J,
                        "org.slf4j.helpers",
                        SLF4J,
                        "org.jspecify.annotations",
                        JSPECIFY));
    }

    @Test
    void springBoot_exportsTheAutoConfiguration() throws IOException {
        Attributes headers = headers("logtally-spring-boot");

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.logtally.spring");
        assertThat(clauses(headers, "Export-Package"))
                .isEqualTo(Map.of("io.github.logtally.spring", "version=\"0.1.0\""));
        assertThat(clauses(headers, "Import-Package"))
                .isEqualTo(Map.of(
                        "io.github.logtally",
                        OURS,
                        "io.prometheus.metrics.model.registry",
                        CLIENT,
                        "org.springframework.boot.autoconfigure",
                        "version=\"[3.5,5)\"",
                        "org.springframework.boot.autoconfigure.condition",
                        "version=\"[3.5,5)\"",
                        "org.springframework.context.annotation",
                        "version=\"[6.2,8)\"",
                        "org.jspecify.annotations",
                        JSPECIFY));
    }

    @Test
    void rules_needNoFrameworkAndNoCommandLine() throws IOException {
        Attributes headers = headers("logtally-rules");
        String optional = ";resolution:=optional";

        assertThat(headers.getValue("Bundle-SymbolicName")).isEqualTo("io.github.logtally.rules");
        assertThat(clauses(headers, "Export-Package"))
                .isEqualTo(Map.of("io.github.logtally.rules", "version=\"0.1.0\""));
        assertThat(clauses(headers, "Import-Package"))
                .isEqualTo(Map.ofEntries(
                        Map.entry("io.github.logtally.log4j", OURS + optional),
                        Map.entry("io.github.logtally.logback", OURS + optional),
                        Map.entry("io.github.logtally.rulesfile", OURS),
                        Map.entry("io.github.logtally.spi", OURS),
                        Map.entry("io.github.logtally.trial", OURS),
                        Map.entry("io.prometheus.metrics.expositionformats", CLIENT + optional),
                        Map.entry("io.prometheus.metrics.model.snapshots", CLIENT),
                        Map.entry("ch.qos.logback.classic", LOGBACK + optional),
                        Map.entry("ch.qos.logback.classic.spi", LOGBACK + optional),
                        Map.entry("ch.qos.logback.core", LOGBACK + optional),
                        Map.entry("javax.xml.stream", ""),
                        Map.entry("org.apache.logging.log4j", LOG4J + optional),
                        Map.entry("org.apache.logging.log4j.core", LOG4J + optional),
                        Map.entry("org.apache.logging.log4j.core.appender", LOG4J + optional),
                        Map.entry("org.apache.logging.log4j.core.config", LOG4J + optional),
                        Map.entry("org.apache.logging.log4j.spi", LOG4J + optional),
                        Map.entry("org.jspecify.annotations", JSPECIFY),
                        Map.entry("org.slf4j", SLF4J + optional),
                        Map.entry("org.snakeyaml.engine.v2.api", "version=\"[2.10,4)\""),
                        Map.entry("org.snakeyaml.engine.v2.api.lowlevel", "version=\"[2.10,4)\""),
                        Map.entry("org.snakeyaml.engine.v2.exceptions", "version=\"[2.10,4)\""),
                        Map.entry("org.snakeyaml.engine.v2.nodes", "version=\"[2.10,4)\""),
                        Map.entry("picocli", "version=\"[4.7,5)\"" + optional)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logtally-core",
                "logtally-log4j-appender",
                "logtally-logback-appender",
                "logtally-rules",
                "logtally-spring-boot"
            })
    void everyJar_saysWhatItIs(String artifact) throws IOException {
        Attributes headers = headers(artifact);

        assertThat(headers.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(headers.getValue("Bundle-Version"))
                .isEqualTo(System.getProperty("logtally.version").replace('-', '.'));
        assertThat(headers.getValue("Bundle-Name")).startsWith("Logtally ");
        assertThat(headers.getValue("Bundle-Description")).endsWith(".");
        assertThat(headers.getValue("Bundle-Vendor")).isEqualTo("The Logtally contributors");
        assertThat(headers.getValue("Bundle-DocURL")).isEqualTo("https://github.com/logtally/logtally");
        assertThat(headers.getValue("Bundle-License"))
                .isEqualTo("Apache-2.0;link=\"https://www.apache.org/licenses/LICENSE-2.0.txt\"");
        assertThat(headers.getValue("Require-Capability"))
                .isEqualTo("osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"");
        assertThat(headers.getValue("Bundle-Activator")).isNull();
        assertThat(headers.getValue("DynamicImport-Package")).isNull();
    }

    private static Attributes headers(String artifact) throws IOException {
        Path jar = Path.of(System.getProperty("osgi.bundles"), Versions.NEWEST.jar(artifact));
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }

    /** The packages of a header with their attributes; what packages an exported one uses is bnd's to know. */
    private static Map<String, String> clauses(Attributes headers, String header) {
        // A comma that has an even number of quotes behind it stands between two clauses
        return Arrays.stream(headers.getValue(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .map(clause -> clause.replaceAll(";uses:=\"[^\"]*\"", "").split(";", 2))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> parts.length > 1 ? parts[1] : "", (a, b) -> a + b, TreeMap::new));
    }
}
