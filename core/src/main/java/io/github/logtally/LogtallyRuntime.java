package io.github.logtally;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.registry.Binding;
import io.github.logtally.registry.MetricTable;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.worker.Worker;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the process has once, whatever number of appenders comes and goes: the worker and the table of metrics. Any thread.
 */
final class LogtallyRuntime {
    /** How long a scrape waits for what was logged before it. */
    private static final Duration SCRAPE_WAIT = Duration.ofMillis(100);

    /** How long a thread that configures waits for what is done at once. */
    private static final Duration TURN_WAIT = Duration.ofMillis(100);

    /**
     * Whether the default registry may outlive this class, as where a container shares the client and an application brings
     * Logtally: what stood in it would keep the application from being unloaded.
     */
    private static final boolean MAY_BE_UNLOADED =
            LogtallyRuntime.class.getClassLoader() != PrometheusRegistry.class.getClassLoader();

    private static final LogtallyRuntime INSTANCE = new LogtallyRuntime(System::nanoTime);

    private final LongSupplier nanoTime;
    private final Worker worker;
    private final MetricTable table;
    private final RulesRefresher refresher;
    private final Residence residence;

    // Mutable state: by threads that start appenders, and by the worker

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicReference<@Nullable Binding> defaultBinding = new AtomicReference<>();

    LogtallyRuntime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.table = new MetricTable(this::beforeScrape, nanoTime);
        this.worker = new Worker(nanoTime, table::tick);
        this.refresher = new RulesRefresher(nanoTime, true);
        this.residence = Residence.find(this::abandon);
    }

    static LogtallyRuntime get() {
        return INSTANCE;
    }

    /** How long engines run, besides those who start and close them. */
    Residence residence() {
        return residence;
    }

    /** Who looks at the rules files. */
    RulesRefresher refresher() {
        return refresher;
    }

    /**
     * Runs the rules of a configuration that are right.
     *
     * @param predecessor the run that this one takes the place of within an appender, or null where the appender starts
     * @return null where another appender has taken the predecessor's place already
     */
    <E> @Nullable AppenderRun<E> start(
            String appenderName,
            Object context,
            AppenderConfig config,
            EventReader<E> reader,
            StatusReporter reporter,
            @Nullable AppenderRun<E> predecessor) {
        running.incrementAndGet();
        try {
            bindDefaultRegistry();
            return new AppenderRun<>(
                    appenderName, context, config, reader, reporter, worker, table, nanoTime, this::ended, predecessor);
        } catch (AppenderRun.TooLate e) {
            ended();
            return null;
        } catch (Throwable e) {
            ended();
            throw e;
        }
    }

    /** A whole configuration is in place: appenders of the context that stopped and are not in it will not come back. */
    void configured(Object context) {
        worker.inTurnOrSoon(TURN_WAIT, () -> table.configured(context));
    }

    private void bindDefaultRegistry() {
        if (defaultBinding.get() == null) {
            Binding binding = table.bind(PrometheusRegistry.defaultRegistry);
            if (!defaultBinding.compareAndSet(null, binding)) {
                binding.close();
            }
        }
    }

    /** An appender has ended for good. The metrics stay to be scraped, but not in a registry that outlives them. */
    private void ended() {
        if (running.decrementAndGet() == 0 && MAY_BE_UNLOADED) {
            Binding binding = defaultBinding.getAndSet(null);
            if (binding != null) {
                binding.close();
            }
            if (running.get() > 0) {
                bindDefaultRegistry();
            }
        }
    }

    /** Leaves nothing behind in a class loader that is discarded; loads no class any more. */
    private void abandon() {
        worker.abandon();
        table.unbindAll();
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
