package io.github.logtally.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jars of this build, byte for byte, out of another directory, time zone and locale. The other build leaves out the checks that
 * make no jar.
 */
class ReproducibleIT {
    private static final Set<String> NOT_SOURCES = Set.of("target", ".git");

    /** Faster for a JVM that ends soon. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    @TempDir
    Path elsewhere;

    @Test
    void jars_builtElsewhere_areTheSame() throws Exception {
        copySources();
        build();

        for (Published module : Published.modules()) {
            Path other = elsewhere
                    .resolve(module.directory().getFileName())
                    .resolve("target")
                    .resolve("run");
            for (String classifier : List.of("", "-sources")) {
                Path jar = module.jar(classifier);
                assertThat(other.resolve(jar.getFileName())).hasSameBinaryContentAs(jar);
            }
        }
    }

    private void build() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("logtally.maven"), "bin", "mvn").toString(),
                "-B",
                "-q",
                "-o",
                "-Prun",
                "-Dmaven.source.skip=false",
                "-Dmaven.repo.local=" + System.getProperty("logtally.repository"),
                "-am",
                "-pl",
                Published.modules().stream().map(Published::toString).collect(Collectors.joining(",")),
                "package"));
        Path log = elsewhere.resolve("build.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .put(
                        "MAVEN_OPTS",
                        "-Duser.timezone=Pacific/Kiritimati -Duser.language=tr -Duser.country=TR " + SHORT_LIVED);
        builder.environment().remove("MAVEN_ARGS");
        Process maven = builder.start();
        try {
            assertThat(maven.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            maven.destroyForcibly();
        }
        assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
    }

    private void copySources() throws IOException {
        Files.walkFileTree(Published.ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                if (NOT_SOURCES.contains(directory.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(elsewhere.resolve(Published.ROOT.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    Files.copy(file, elsewhere.resolve(Published.ROOT.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
