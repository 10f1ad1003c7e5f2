package io.github.logtally.jpms;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** An application of {@code src/test/modules}, compiled as a module, to be run in JVMs of its own. */
final class ModularApplication {
    /** Its name, and its main class. */
    static final String MAIN = "com.example.orders/com.example.orders.Orders";

    private static final Path SOURCES = Path.of(System.getProperty("logtally.modules"));

    private final Path directory;
    private final Path module;

    /** Compiles it, in {@code directory}, against the modules of a module path; warnings are errors. */
    ModularApplication(String name, Path directory, List<Path> modulePath) throws IOException {
        this.directory = directory;
        module = directory.resolve(name);
        Path sources = SOURCES.resolve(name);
        List<String> arguments = new ArrayList<>(List.of(
                "-Xlint:all,-requires-automatic,-processing",
                "-Werror",
                // The default is that of the tests
                "-cp",
                directory.toString(),
                "-p",
                Commands.path(modulePath),
                "-d",
                module.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        Commands.tool("javac", arguments.toArray(String[]::new));
        try (Stream<Path> files = Files.list(sources)) {
            files.filter(file -> file.toString().endsWith(".xml")).forEach(this::copy);
        }
    }

    /** Where its classes and its configuration are. */
    Path module() {
        return module;
    }

    /** Runs it on a JVM, to its end. */
    Commands.End run(Path java, List<Path> modulePath, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(java.resolve("bin").resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-p", Commands.path(modulePath) + File.pathSeparator + module, "-m", MAIN));
        return Commands.run(directory, command.toArray(String[]::new));
    }

    private void copy(Path file) {
        try {
            Files.copy(file, module.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
