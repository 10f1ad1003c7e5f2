package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that are refreshed, updated and uninstalled under a running application. */
class RefreshTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#all")
    void frameworkRefreshed_countsGoOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);
            Remains host = Remains.of(container.host());

            container.refresh(container.api(), container.host());
            container.log(4);
            assertThat(container.scrape())
                    .contains("\norders_total 7.0\n")
                    .contains("\nlogtally_events_accepted_total{appender=\"orders\"} 7.0\n");
            host.assertCollected();
        }
        Remains.assertNoThread();
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#all")
    void coreUpdated_countsInTheOldOneUntilTheRefreshAndInTheNewOneFromThenOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);
            Remains core = Remains.of(container.core());

            container.update(container.core());
            container.log(4);
            assertThat(container.scrape()).contains("\norders_total 7.0\n");

            container.refresh(container.core(), container.api());
            assertThat(container.core().getVersion()).hasToString("0.2.0");
            container.log(2);
            assertThat(container.scrape())
                    .contains("\norders_total 2.0\n")
                    .containsOnlyOnce("\nlogtally_events_accepted_total{");
            core.assertCollected();
        }
        Remains.assertNoThread();
    }
}
