package io.github.logtally.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.github.logtally.contract.Scrape;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Applications in class loaders of their own, as containers have them. */
class ClassLoaderTest {
    private static final String APPLICATION = "io.github.logtally.lifecycle.";
    private static final List<String> LIBRARIES =
            List.of("io.github.logtally.", "org.apache.logging.", "ch.qos.logback.", "org.slf4j.");
    private static final long COLLECTIONS = 300;
    private static final long BETWEEN_COLLECTIONS_MILLIS = 100;

    @Test
    void applicationsThatShareTheLibrary_countTogetherAndGoOneByOne() throws Exception {
        try (Deployed one = new Deployed(List.of(APPLICATION), "shared")) {
            one.log();
            try (Deployed two = new Deployed(List.of(APPLICATION), "shared")) {
                assertThat(two.application.getClass()).isNotSameAs(one.application.getClass());
                two.log();
                one.log();
                assertThat(counted("shared_log4j_total")).isEqualTo(3);
                assertThat(counted("shared_logback_total")).isEqualTo(3);
            }
            one.log();
            assertThat(counted("shared_log4j_total")).isEqualTo(4);
            assertThat(counted("shared_logback_total")).isEqualTo(4);
        }
        assertThat(counted("shared_log4j_total")).as("what is counted stays").isEqualTo(4);
    }

    @Test
    void applicationsThatShareTheClientOnly_doNotHideEachOther() throws Exception {
        try (Deployed one = new Deployed(LIBRARIES, "one");
                Deployed two = new Deployed(LIBRARIES, "two")) {
            one.log();
            two.log();
            two.log();

            assertThat(Exposition.text())
                    .contains("one_log4j_total{exception=\"Failed\",order=\"Order[id=1]\"} 1.0")
                    .contains("two_logback_total{exception=\"Failed\",order=\"Order[id=1]\"} 2.0")
                    .containsOnlyOnce("# TYPE logtally_events_accepted_total");
        }
    }

    @Test
    void applicationThatIsGone_isNotKeptByALibraryThatIsShared() throws Exception {
        assertCollected(List.of(APPLICATION), true);
    }

    @Test
    void libraryOfAnApplicationThatIsGone_isNotKeptByAClientThatIsShared() throws Exception {
        assertCollected(LIBRARIES, true);
        assertThat(Exposition.text()).doesNotContain("web4_");
    }

    @Test
    void libraryAndClientOfAnApplicationThatIsGone_areGoneToo() throws Exception {
        assertCollected(
                List.of(
                        "io.github.logtally.",
                        "org.apache.logging.",
                        "ch.qos.logback.",
                        "org.slf4j.",
                        "io.prometheus."),
                false);
    }

    private static void assertCollected(List<String> own, boolean shared) throws Exception {
        ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
        WeakReference<ClassLoader> loader = deployAndUndeploy(own, shared, collected);
        for (int i = 0; i < COLLECTIONS && !loader.refersTo(null); i++) {
            System.gc();
            collected.remove(BETWEEN_COLLECTIONS_MILLIS);
        }
        assertThat(loader.refersTo(null))
                .as("the application's class loader is collected")
                .isTrue();
    }

    private static WeakReference<ClassLoader> deployAndUndeploy(
            List<String> own, boolean shared, ReferenceQueue<ClassLoader> collected) throws Exception {
        Deployed deployed = new Deployed(own, "web" + own.size());
        deployed.log();
        deployed.log();
        String shown = shared ? Exposition.text() : deployed.shown();
        assertThat(shown).contains("_log4j_total{exception=\"Failed\"", "_logback_total{exception=\"Failed\"");
        WeakReference<ClassLoader> loader = new WeakReference<>(deployed.loader, collected);
        deployed.close();
        return loader;
    }

    private static double counted(String metric) {
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
        Map<String, Double> series =
                Scrape.of(PrometheusRegistry.defaultRegistry).series(metric);
        assertThat(series).containsOnlyKeys("{exception=Failed, order=Order[id=1]}");
        return series.values().iterator().next();
    }

    /** An application in its container. All it does is done by threads that end: the pools of containers renew theirs. */
    private static final class Deployed implements AutoCloseable {
        private final ApplicationLoader loader;
        private final Object application;

        Deployed(List<String> own, String name) throws Exception {
            loader = new ApplicationLoader(own);
            application = call(() -> loader.loadClass(WebApplication.class.getName())
                    .getConstructor(String.class)
                    .newInstance(name));
        }

        void log() throws Exception {
            call(() -> {
                ((Runnable) application).run();
                return null;
            });
        }

        String shown() throws Exception {
            return (String) call(((Supplier<?>) application)::get);
        }

        @Override
        public void close() throws IOException {
            try {
                call(() -> {
                    ((AutoCloseable) application).close();
                    return null;
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            loader.close();
        }

        private <T extends @Nullable Object> T call(Callable<T> action) throws Exception {
            FutureTask<T> task = new FutureTask<>(action);
            Thread thread = new Thread(task, "application");
            thread.setContextClassLoader(loader);
            thread.start();
            T result = task.get();
            thread.join();
            return result;
        }
    }
}
