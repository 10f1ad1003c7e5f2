package io.github.logtally;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.registry.Binding;
import io.github.logtally.registry.MetricTable;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.worker.Worker;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * What the process has once, whatever number of appenders comes and goes: the worker and the table of metrics. Any thread.
 */
final class LogtallyRuntime {
    /** How long a scrape waits for what was logged before it. */
    private static final Duration SCRAPE_WAIT = Duration.ofMillis(100);

    private static final LogtallyRuntime INSTANCE = new LogtallyRuntime(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Worker worker;
    private final MetricTable table;

    // Mutable state: under the monitor

    private boolean defaultBound;

    LogtallyRuntime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.table = new MetricTable(this::beforeScrape, nanoTime);
        this.worker = new Worker(nanoTime, table::tick);
    }

    static LogtallyRuntime get() {
        return INSTANCE;
    }

    /** Compiles a configuration, says what is wrong with it, and runs what is right. */
    <E> AppenderRun<E> start(
            String appenderName, Object context, Element settings, EventReader<E> reader, StatusReporter reporter) {
        AppenderConfig config = ConfigCompiler.compile(appenderName, settings, reader);
        config.problems().forEach(problem -> reporter.configurationProblem(problem.text()));
        bindDefaultRegistry();
        return new AppenderRun<>(appenderName, context, config, reader, reporter, worker, table, nanoTime);
    }

    private synchronized void bindDefaultRegistry() {
        if (!defaultBound) {
            defaultBound = true;
            table.bind(PrometheusRegistry.defaultRegistry);
        }
    }

    boolean flush(Duration timeout) {
        return worker.exclusively(timeout, () -> {});
    }

    RegistryBinding bind(PrometheusRegistry registry) {
        Binding binding = table.bind(registry);
        return binding::close;
    }

    private boolean beforeScrape(Runnable action) {
        return worker.exclusively(SCRAPE_WAIT, action);
    }
}
