package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles and frameworks that stop. */
class StopTest {
    private static final int LOGGED = 20_000;
    private static final int RESTARTS = 5;

    @TempDir
    private Path storage;

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
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
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void frameworkOfBundlesStopped_leavesNothing(Setup setup) throws Exception {
        for (boolean started : new boolean[] {false, true}) {
            Remains core = startAndStop(setup, started);
            Remains.assertNoThread();
            core.assertCollected();
        }
    }

    private Remains startAndStop(Setup setup, boolean started) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.startOthers();
            if (started) {
                container.core().start();
            }
            container.log(3);
            assertThat(Remains.workers()).hasSize(1);
            return Remains.of(container.core());
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.logtally.osgi.Setup#some")
    void coreStoppedAndStartedWhileThreadsLog_countsExactlyWhatItTakes(Setup setup) throws Exception {
        try (Container container = Container.with(setup, storage)) {
            container.core().start();
            container.startOthers();
            container.log(1);

            FutureTask<?> one = container.startLogging(LOGGED);
            FutureTask<?> two = container.startLogging(LOGGED);
            for (int i = 0; i < RESTARTS; i++) {
                container.core().stop();
                container.core().start();
            }
            one.get();
            two.get();
            container.log(1);

            String text = container.scrape();
            long counted = counted(text, "orders_total");
            assertThat(counted).isBetween(2L, 2L * LOGGED + 2);
            assertThat(counted(text, "logtally_events_processed_total{appender=\"orders\"}"))
                    .isEqualTo(counted);
            assertThat(counted(text, "logtally_events_accepted_total{appender=\"orders\"}"))
                    .isEqualTo(counted
                            + counted(text, "logtally_events_dropped_total{appender=\"orders\",reason=\"buffer_full\"}")
                            + counted(text, "logtally_events_dropped_total{appender=\"orders\",reason=\"shutdown\"}"));
        }
    }

    private static long counted(String text, String series) {
        String line = text.lines()
                .filter(each -> each.startsWith(series + " "))
                .findFirst()
                .orElseThrow();
        return (long) Double.parseDouble(line.substring(series.length() + 1));
    }
}
