package io.github.logtally.jpms;

import io.github.logtally.jpms.Commands.End;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An image that holds a whole application, the appender among it. {@code jlink} takes no automatic modules, so those of
 * the Prometheus client are given descriptors first, as {@code jdeps} writes them.
 */
class ImageTest {
    @TempDir
    private Path directory;

    @Test
    void image_ofAllModules_counts() throws Exception {
        Framework framework = Framework.LOGBACK;
        ModularApplication application = new ModularApplication(framework.application, directory, framework.newest());
        List<Path> modulePath = framework.newest().stream()
                .filter(jar -> !isClient(jar))
                .collect(Collectors.toCollection(ArrayList::new));
        modulePath.add(describedClient());
        modulePath.add(application.module());
        Path image = directory.resolve("image");

        Commands.tool(
                "jlink",
                "-p",
                Commands.path(modulePath),
                "--add-modules",
                "com.example.orders",
                "--launcher",
                "orders=" + ModularApplication.MAIN,
                "--output",
                image.toString());
        End end = Commands.run(directory, image.resolve("bin").resolve("orders").toString());

        Orders.assertCounted(end);
    }

    private static boolean isClient(Path jar) {
        return jar.getFileName().toString().startsWith("prometheus-");
    }

    /** A folder of the client's jars, each with a descriptor. */
    private Path describedClient() throws IOException {
        Path automatic = Files.createDirectory(directory.resolve("automatic"));
        Path sources = directory.resolve("descriptors");
        Path classes = directory.resolve("compiled");
        for (Path jar : Jars.of(Jars.CLIENT)) {
            Files.copy(jar, automatic.resolve(jar.getFileName()));
        }
        List<String> jdeps =
                new ArrayList<>(List.of("--ignore-missing-deps", "--generate-module-info", sources.toString()));
        List<Path> jars = list(automatic);
        jars.forEach(jar -> jdeps.add(jar.toString()));
        Commands.tool("jdeps", jdeps.toArray(String[]::new));

        Map<String, Path> byModule = jars.stream().collect(Collectors.toMap(ImageTest::moduleOf, jar -> jar));
        List<String> javac =
                new ArrayList<>(List.of("-d", classes.toString(), "--module-source-path", sources.toString()));
        byModule.forEach((module, jar) -> javac.add("--patch-module=" + module + "=" + jar));
        byModule.keySet()
                .forEach(module -> javac.add(
                        sources.resolve(module).resolve("module-info.java").toString()));
        Commands.tool("javac", javac.toArray(String[]::new));

        byModule.forEach((module, jar) -> add(classes.resolve(module).resolve("module-info.class"), jar));
        return automatic;
    }

    private static String moduleOf(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor().name();
    }

    private static void add(Path file, Path jar) {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.copy(file, content.getPath(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
