package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/** Bundles that are refreshed under a running application. */
class RefreshTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void loggingFrameworkRefreshed_countsGoOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);
            Remains host = Remains.of(container.host());

            container.refresh(container.api(), container.host());
            container.log(4);
            container.refresh(container.fragment(), container.api());
            container.log(2);

            assertThat(container.scrape())
                    .contains("\norders_total 9.0\n")
                    .contains("\nlogtally_events_accepted_total{appender=\"orders\"} 9.0\n")
                    .contains("\nlogtally_events_processed_total{appender=\"orders\"} 9.0\n");
            host.assertCollected();
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void loggingFrameworkRestarted_countsGoOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);

            for (Bundle bundle : new Bundle[] {container.host(), container.api(), container.bundle("orders")}) {
                bundle.stop();
                container.log(1);
                bundle.start();
                container.log(1);
            }

            assertThat(container.scrape()).contains("\norders_total 9.0\n");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void clientRefreshed_startsAgainFromZero(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            container.log(3);
            Remains core = Remains.of(container.core());

            container.refresh(container.bundle("prometheus-metrics-model"), container.api());
            container.log(2);

            assertThat(container.scrape()).contains("\norders_total 2.0\n");
            core.assertCollected();
        }
    }
}
