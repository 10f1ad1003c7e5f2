package io.github.logtally.spring.contract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs an application in a JVM of its own, on the class path of this one. */
final class ForkedJvm {
    private static final long TIMEOUT_SECONDS = 60;

    /**
     * What became of it.
     *
     * @param output what it printed, errors among it
     */
    record Result(int exitCode, String output) {}

    private ForkedJvm() {}

    /** Runs an application to its end, with a folder in front of the class path. */
    static Result run(Path folder, Class<?> application, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        command.add(application.getName());
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", folder + File.pathSeparator + System.getProperty("java.class.path"));
        Process process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("still running: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
