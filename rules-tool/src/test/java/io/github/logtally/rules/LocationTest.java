package io.github.logtally.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationTest {
    @TempDir
    Path folder;

    @Test
    void file_isReadByItsPathAndByItsUri() throws IOException {
        Path file = Files.writeString(folder.resolve("my rules.yaml"), "metrics:\n  - counter: a_total\n");

        assertThat(Location.read(file.toString()).elements()).hasSize(1);
        assertThat(Location.read("file:" + file).elements()).hasSize(1);
        assertThat(Location.read(file.toUri().toString()).elements()).hasSize(1);
        assertThat(Location.read("classpath:/io/github/logtally/rules/orders.yaml")
                        .elements())
                .hasSize(3);
        assertThat(Location.read("classpath:io/github/logtally/rules/orders.yaml")
                        .name())
                .isEqualTo("orders.yaml");
    }

    @Test
    void missingFile_isSaid() {
        assertThatThrownBy(() -> LogtallyRules.load("classpath:nowhere.yaml"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no classpath:nowhere.yaml.");
        assertThatThrownBy(() -> LogtallyRules.load("nowhere.yaml")).hasMessage("There is no nowhere.yaml.");
    }
}
