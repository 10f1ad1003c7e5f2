package io.github.logtally.jpms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Runs programs, and tools of the JDK. */
public final class Commands {
    private static final long PATIENCE_SECONDS = 60;

    private Commands() {}

    /** What became of a program. */
    public record End(int exitCode, String output, String errors) {}

    /** Runs a command to its end. */
    public static End run(Path directory, String... command) throws IOException, InterruptedException {
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
    public static void tool(String tool, String... arguments) {
        StringWriter output = new StringWriter();
        try (PrintWriter writer = new PrintWriter(output)) {
            int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(writer, writer, arguments);
            assertThat(exitCode).as("%s: %s", tool, output).isZero();
        }
    }

    /** A class path or module path. */
    public static String path(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
