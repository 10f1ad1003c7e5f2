package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order in which bundles are installed and started. */
class StartOrderTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#all")
    void coreStartedFirst_counts(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);

            assertThat(container.scrape())
                    .contains("\norders_total 3.0\n")
                    .contains("\nlogtally_events_accepted_total{appender=\"orders\"} 3.0\n");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void coreStartedAfterTheFirstEvents_missesNone(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            container.log(3);
            container.core().start();
            container.log(2);

            assertThat(container.scrape()).contains("\norders_total 5.0\n");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void installedAfterTheFirstEvents_countsFromTheRefreshOfTheFrameworkOn(Setup setup) throws Exception {
        try (Container container = Container.without(setup, storage)) {
            container.startOthers();
            container.log(2);
            container.installOurs();
            container.core().start();
            container.log(3);
            assertThat(container.scrape()).as("the fragment is not attached").doesNotContain("orders_total");

            container.refresh(container.api(), container.host());
            container.log(4);
            assertThat(container.scrape()).contains("\norders_total 4.0\n");
        }
    }
}
