package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules files, which alone need the YAML library. */
class RulesFileTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void libraryInstalled_readsRulesFiles(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.useRulesFile();
            container.install("snakeyaml-engine");
            container.startOthers();
            container.log(3);

            assertThat(container.scrape()).contains("\norders_total 3.0\n", "\norders_by_file_total 3.0\n");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void libraryNotInstalled_runsTheOtherRules(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.useRulesFile();
            container.startOthers();
            container.log(3);

            assertThat(container.scrape()).contains("\norders_total 3.0\n").doesNotContain("orders_by_file_total");
        }
    }
}
