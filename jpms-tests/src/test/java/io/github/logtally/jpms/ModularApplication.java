package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An application of {@code src/test/modules}, compiled as a module, to be run in JVMs of its own. */
final class ModularApplication {
    /** Its name, and its main class. */
    static final String MAIN = "com.example.orders/com.example.orders.Orders";

    private static final Path SOURCES = Path.of(System.getProperty("logtally.modules"));
    private static final long PATIENCE_SECONDS = 60;

    private final Path directory;
    private final Path module;

    /** What became of it. */
    record End(int exitCode, String output, String errors) {}

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
                path(modulePath),
                "-d",
                module.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        run("javac", arguments.toArray(String[]::new));
        try (Stream<Path> files = Files.list(sources)) {
            files.filter(file -> file.toString().endsWith(".xml")).forEach(this::copy);
        }
    }

    /** Where its classes and its configuration are. */
    Path module() {
        return module;
    }

    /** Runs it on a JVM, to its end. */
    End run(Path java, List<Path> modulePath, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(java.resolve("bin").resolve("java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-p", path(modulePath) + File.pathSeparator + module, "-m", MAIN));
        return run(directory, command.toArray(String[]::new));
    }

    /** Runs a command to its end. */
    static End run(Path directory, String... command) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Path errors = directory.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        // Options of the JVM of the tests are not the application's
        builder.environment().keySet().removeAll(List.of("CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("%s ends", List.of(command)).isTrue();
        return new End(process.exitValue(), Files.readString(output), Files.readString(errors));
    }

    /** Runs a tool of the JDK that must succeed. */
    static void run(String tool, String... arguments) {
        StringWriter output = new StringWriter();
        try (PrintWriter writer = new PrintWriter(output)) {
            int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
            assertThat(exitCode).as("%s: %s", tool, output).isZero();
        }
    }

    static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private void copy(Path file) {
        try {
            Files.copy(file, module.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
