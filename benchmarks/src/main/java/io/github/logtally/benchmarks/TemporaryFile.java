package io.github.logtally.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where file appenders write. */
final class TemporaryFile {
    private TemporaryFile() {}

    /** The path of a new file that goes with the JVM. */
    static String path() {
        try {
            Path file = Files.createTempFile("logtally-benchmark", ".log");
            file.toFile().deleteOnExit();
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
