package io.github.logtally.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.github.logtally.contract.Scrape;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.apache.logging.log4j.core.LoggerContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A million events of ten thousand virtual threads. Runs on JDK 21 and later only. */
class VirtualThreadsTest {
    private static final int THREADS = 10_000;
    private static final int EVENTS_PER_THREAD = 100;
    private static final String RULES = "message=\"Order {order} of {customer} placed\" labels=\"customer\"";

    /** An argument that takes its time: the thread parks while the appender asks for its text. */
    private record Customer(String name) {
        @Override
        public String toString() {
            LockSupport.parkNanos(1);
            return name;
        }
    }

    @Test
    void log4j_countsAllAndPinsNothing(@TempDir Path directory) throws Exception {
        try (LoggerContext context =
                Log4j.start("virtual-log4j", "<Counter name=\"virtual_log4j_total\" " + RULES + "/>")) {
            org.apache.logging.log4j.core.Logger logger = context.getLogger("virtual");
            run(
                    "virtual-log4j",
                    "virtual_log4j_total",
                    directory,
                    (order, customer) -> logger.info("Order {} of {} placed", order, customer));
        }
    }

    @Test
    void logback_countsAllAndPinsNothing(@TempDir Path directory) throws Exception {
        ch.qos.logback.classic.LoggerContext context = Logback.start(
                "virtual-logback",
                "<counter><name>virtual_logback_total</name><message>Order {order} of {customer} placed</message>"
                        + "<labels>customer</labels></counter>");
        try {
            org.slf4j.Logger logger = context.getLogger("virtual");
            run(
                    "virtual-logback",
                    "virtual_logback_total",
                    directory,
                    (order, customer) -> logger.info("Order {} of {} placed", order, customer));
        } finally {
            context.stop();
        }
    }

    private static void run(String appender, String metric, Path directory, BiConsumer<Integer, Object> log)
            throws Exception {
        Path file = directory.resolve("pinned.jfr");
        List<String> threadLocals = new ArrayList<>();
        // The JDK pins whoever loads a class, so the classes are loaded before
        log.accept(-1, new Customer("customer 0"));
        ExecutorService threads = virtualThreads();
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            List<Future<List<String>>> work = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Customer slow = new Customer("customer " + i % 10);
                work.add(threads.submit(() -> {
                    for (int order = 0; order < EVENTS_PER_THREAD; order++) {
                        log.accept(order, order == 0 ? slow : slow.name());
                    }
                    return ourThreadLocals();
                }));
            }
            for (Future<List<String>> each : work) {
                threadLocals.addAll(each.get());
            }
            recording.stop();
            recording.dump(file);
        } finally {
            threads.shutdownNow();
        }
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
        Scrape scrape = Scrape.of(PrometheusRegistry.defaultRegistry);
        double counted = sum(scrape.series(metric));
        double dropped = scrape.value("logtally_events_dropped_total", "appender", appender, "reason", "buffer_full");
        assertThat(counted + dropped).isEqualTo((double) THREADS * EVENTS_PER_THREAD + 1);
        assertThat(counted).isEqualTo(scrape.value("logtally_events_processed_total", "appender", appender));
        assertThat(scrape.series(metric)).hasSize(10);
        assertThat(threadLocals).isEmpty();
        assertThat(pinnedInOurFrames(file)).isEmpty();
    }

    private static double sum(Map<String, Double> series) {
        return series.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The build compiles for a release that has no virtual threads. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private static List<String> pinnedInOurFrames(Path file) throws IOException {
        List<String> pinned = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            RecordedStackTrace trace = event.getStackTrace();
            if (trace != null
                    && trace.getFrames().stream()
                            .anyMatch(
                                    frame -> isOurs(frame.getMethod().getType().getName()))) {
                pinned.add(event.toString());
            }
        }
        return pinned;
    }

    /** The values in the calling thread's thread locals whose class is of the library. */
    private static List<String> ourThreadLocals() throws ReflectiveOperationException {
        List<String> ours = new ArrayList<>();
        Object map = field(Thread.class, "threadLocals").get(Thread.currentThread());
        if (map == null) {
            return ours;
        }
        Object table = field(map.getClass(), "table").get(map);
        for (int i = 0; i < Array.getLength(table); i++) {
            Object entry = Array.get(table, i);
            Object value =
                    entry == null ? null : field(entry.getClass(), "value").get(entry);
            if (value != null && isOurs(value.getClass().getName())) {
                ours.add(value.toString());
            }
        }
        return ours;
    }

    private static Field field(Class<?> owner, String name) throws NoSuchFieldException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static boolean isOurs(@Nullable String className) {
        return className != null
                && className.startsWith("io.github.logtally.")
                && !className.startsWith(VirtualThreadsTest.class.getPackageName());
    }
}
