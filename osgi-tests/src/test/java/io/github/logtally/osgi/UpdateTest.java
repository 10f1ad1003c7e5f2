package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;

/** Our bundles, replaced by a later version or uninstalled under a running application. */
class UpdateTest {
    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void coreUpdated_countsInTheOldOneUntilTheRefreshAndInTheNewOneFromThenOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);
            Object registry = container.boundRegistry();
            Remains core = Remains.of(container.core());

            container.update(container.core());
            container.log(4);
            assertThat(container.scrape()).contains("\norders_total 7.0\n");
            assertThat(container.scrape(registry)).contains("\norders_total 7.0\n");

            container.refresh(container.core(), container.api());
            assertThat(container.core().getVersion()).hasToString("0.2.0");
            assertThat(container.scrape(registry)).isEmpty();
            container.log(2);
            assertThat(container.scrape())
                    .contains("\norders_total 2.0\n")
                    .contains("\nlogtally_events_accepted_total{appender=\"orders\"} 2.0\n")
                    .contains("\nlogtally_rules_refused{appender=\"orders\"} 0.0\n");
            core.assertCollected();
        }
        Remains.assertNoThread();
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void appenderUpdated_countsGoOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            container.log(3);

            container.update(container.fragment());
            container.log(4);
            container.refresh(container.fragment(), container.api());
            container.log(2);

            assertThat(container.fragment().getVersion()).hasToString("0.2.0");
            assertThat(container.scrape()).contains("\norders_total 9.0\n");
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void coreUninstalled_theApplicationLogsOn(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(3);
            Bundle core = container.core();
            Remains remains = Remains.of(core);

            core.uninstall();
            container.log(4);
            container.refresh(core, container.api());
            container.log(2);

            assertThat(container.scrape()).doesNotContain("orders");
            Remains.assertNoThread();
            remains.assertCollected();
        }
    }
}
