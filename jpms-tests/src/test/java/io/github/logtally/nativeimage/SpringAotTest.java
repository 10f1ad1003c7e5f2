package io.github.logtally.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.jpms.Commands;
import io.github.logtally.jpms.Commands.End;
import io.github.logtally.jpms.Framework;
import io.github.logtally.jpms.Jars;
import io.github.logtally.jpms.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The steps that Spring Boot takes towards a native image, up to the image itself: what it generates ahead of time runs
 * on the JVM, too. It finds out by itself about the auto-configuration, which therefore has no metadata.
 */
class SpringAotTest {
    private static final Path SOURCES = Path.of(System.getProperty("logtally.modules"), "spring");
    private static final String MAIN = "com.example.orders.Orders";

    @TempDir
    private Path directory;

    @Test
    void application_processedAheadOfTime_counts() throws Exception {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        Path sources = directory.resolve("sources");
        Path resources = directory.resolve("resources");
        Path generated = directory.resolve("generated");
        List<Path> classPath = new ArrayList<>(List.of(classes, resources, generated));
        classPath.addAll(Framework.LOGBACK.newest());
        classPath.addAll(Jars.of(Jars.SPRING));
        compile(classes, classPath, SOURCES.resolve("com"));
        Files.copy(SOURCES.resolve("logback.xml"), classes.resolve("logback.xml"));

        End processed = java(
                classPath,
                "org.springframework.boot.SpringApplicationAotProcessor",
                MAIN,
                sources.toString(),
                resources.toString(),
                generated.toString(),
                "com.example",
                "orders");
        assertThat(processed.exitCode()).as(processed.errors()).isZero();
        assertThat(resources.resolve("META-INF/native-image/com.example/orders/reachability-metadata.json"))
                .content()
                .contains(
                        "\"io.github.logtally.RegistryBinding\"",
                        "\"io.github.logtally.spring.LogtallyAutoConfiguration\"");
        compile(generated, classPath, sources);
        End end = java(classPath, "-Dspring.aot.enabled=true", "-Dspring.main.banner-mode=off", MAIN);

        Orders.assertCounted(end);
    }

    private End java(List<Path> classPath, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Commands.path(classPath)));
        command.addAll(List.of(arguments));
        return Commands.run(directory, command.toArray(String[]::new));
    }

    private static void compile(Path classes, List<Path> classPath, Path sources) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-cp", Commands.path(classPath), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        Commands.tool("javac", arguments.toArray(String[]::new));
    }
}
