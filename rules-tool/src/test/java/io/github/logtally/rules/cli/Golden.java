package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that are compared with files; what differs lies in {@code target/golden}, to be looked at and taken over. */
final class Golden {
    static final Path RESOURCES = Path.of("src/test/resources/try");

    private Golden() {}

    static void compare(String name, String actual) {
        try {
            Path expected = RESOURCES.resolve(name);
            Path seen = Files.createDirectories(Path.of("target/golden")).resolve(name);
            Files.writeString(seen, actual);
            assertThat(expected).exists();
            assertThat(actual).isEqualTo(Files.readString(expected));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
