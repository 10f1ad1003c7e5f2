package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles and frameworks that stop. */
class StopTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#all")
    void coreStopped_countsNothingAndGoesOnWhenItStartsAgain(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            container.core().start();
            container.log(3);
            assertThat(container.scrape()).contains("\norders_total 3.0\n");

            container.core().stop();
            container.log(2);
            Remains.assertNoThread();
            assertThat(container.scrape()).doesNotContain("orders");

            container.core().start();
            container.log(4);
            assertThat(container.scrape())
                    .contains("\norders_total 7.0\n")
                    .contains("\nlogtally_events_accepted_total{appender=\"orders\"} 7.0\n")
                    .contains("\nlogtally_events_processed_total{appender=\"orders\"} 7.0\n");
        }
        Remains.assertNoThread();
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#all")
    void frameworkOfBundlesStopped_leavesNothing(Setup setup) throws Exception {
        Remains core = startAndStop(setup);
        Remains.assertNoThread();
        core.assertCollected();
    }

    private Remains startAndStop(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            container.log(3);
            assertThat(Remains.workers()).hasSize(1);
            return Remains.of(container.core());
        }
    }
}
