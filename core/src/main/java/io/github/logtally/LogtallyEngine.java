package io.github.logtally;

import io.github.logtally.capture.Capture;
import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.rulesfile.RulesSources;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What stands behind one appender: rules that count the events they are given. For those who write an appender of their
 * own, or count something else than log events; users of Log4j and Logback configure the appenders.
 *
 * <pre>{@code
 * LogtallyEngine<Order> engine = LogtallyEngine.builder("orders", new OrderReader())
 *         .settings(Element.of("Logtally")
 *                 .child(Element.of("Counter").with("name", "orders_total").with("labels", "tenant={mdc:tenant}")))
 *         .start();
 * }</pre>
 *
 * @param <E> the events
 */
@ProviderType
public final class LogtallyEngine<E> implements AutoCloseable {
    private static final long SILENCE_NANOS = 60_000_000_000L;

    private final StatusReporter reporter;
    private final AtomicLong lastWarning = new AtomicLong(System.nanoTime() - SILENCE_NANOS);

    // Mutable state, written under the monitor: origin is null once closed; run also while suspended,
    // and the thread that looks at rules files asks for it; capture when nothing is counted any more,
    // and logging threads read it

    private @Nullable Builder<E> origin;
    private volatile @Nullable AppenderRun<E> run;
    private volatile @Nullable Capture<E> capture;
    private @Nullable Runnable endRefresh;

    private LogtallyEngine(Builder<E> origin) {
        this.origin = origin;
        this.reporter = origin.reporter;
    }

    /**
     * Begins an engine.
     *
     * @param appenderName the value of the label {@code appender} of the engine's own metrics; counts go on where a former
     *     engine of this name stopped
     * @param reader reads the events
     * @param <E> the events
     * @return what takes the settings
     */
    public static <E> Builder<E> builder(String appenderName, EventReader<E> reader) {
        return new Builder<>(appenderName, reader);
    }

    /**
     * To be called by a framework that has put a whole configuration in the place of another: engines of this context that
     * stopped and have not started again will not, and the metrics that only they named go. Engines that merely stop keep
     * their metrics. Never throws; any thread.
     *
     * @param frameworkContext as in {@link Builder#context}
     */
    public static void configured(Object frameworkContext) {
        try {
            LogtallyRuntime.get().configured(frameworkContext);
        } catch (RuntimeException | LinkageError ignored) {
            // Without the Prometheus client nothing ever started, and nothing has to go
        }
    }

    /**
     * Counts an event, soon: what the rules read is captured now, on this thread, and evaluated by the worker. Never blocks,
     * never throws, may be called by any number of threads. Events of threads that are in the middle of it when the engine is
     * closed are counted, those that come some time after {@link #close} are ignored.
     *
     * @param event the event; not kept after the call
     */
    public void accept(E event) {
        Capture<E> open = capture;
        if (open == null) {
            return;
        }
        try {
            open.accept(event);
        } catch (Throwable e) {
            failed(e);
        }
    }

    /**
     * Counts what waits, within {@code shutdownTimeout}, drops the rest as {@code shutdown}, and stops. The metrics stay where
     * they are. The second call does nothing. Never throws.
     */
    @Override
    public void close() {
        AppenderRun<E> ending;
        synchronized (this) {
            if (origin == null) {
                return;
            }
            origin = null;
            ending = run;
            run = null;
            endRefresh();
        }
        try {
            LogtallyRuntime.get().residence().closed(this);
            if (ending != null) {
                ending.close(() -> capture = null);
            }
        } catch (Throwable e) {
            failed(e);
        }
    }

    /** Stops as {@link #close} does, and ignores events at once, until it is resumed. Never throws. */
    void suspend() {
        AppenderRun<E> ending;
        synchronized (this) {
            ending = run;
            run = null;
            capture = null;
            endRefresh();
        }
        if (ending != null) {
            try {
                ending.close(() -> {});
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    /** Stops for good as it is. Loads no class: nobody gives any more. Never throws. */
    synchronized void abandon() {
        origin = null;
        run = null;
        capture = null;
        endRefresh();
    }

    /** Starts, unless it runs or is closed, or must not run now. Never throws. */
    synchronized void resume() {
        if (origin != null && run == null) {
            begin(origin);
        }
    }

    private synchronized void begin(Builder<E> builder) {
        try {
            if (!LogtallyRuntime.get().residence().letsRun()) {
                return;
            }
            RulesSources sources =
                    RulesSources.of(builder.settings.settings().getOrDefault("rules", ""), builder.loaders());
            RulesSources.Contents contents = sources.read();
            AppenderConfig config =
                    ConfigCompiler.compile(builder.appenderName, contents.addTo(builder.settings), builder.reader);
            ProblemLines.of(config.problems()).forEach(reporter::configurationProblem);
            AppenderRun<E> beginning = start(builder, config, null);
            if (beginning == null) {
                return;
            }
            run = beginning;
            capture = beginning.capture();
            if (!config.rulesRefresh().isZero() && !sources.isEmpty()) {
                refresh(builder, sources, contents, config.rulesRefresh());
            }
        } catch (Throwable e) {
            cannotStart(e);
        }
    }

    private synchronized void endRefresh() {
        if (endRefresh != null) {
            endRefresh.run();
            endRefresh = null;
        }
    }

    /** Without it the rules run as they are. */
    private void refresh(Builder<E> builder, RulesSources sources, RulesSources.Contents read, Duration period) {
        try {
            RulesWatch watch = new RulesWatch(
                    builder.appenderName,
                    builder.settings,
                    sources,
                    read,
                    builder.reader,
                    reporter,
                    changed -> takeOver(builder, changed),
                    this::refusedSince);
            endRefresh = LogtallyRuntime.get().refresher().add(period, () -> look(watch));
        } catch (Throwable e) {
            failed(e);
        }
    }

    private @Nullable AppenderRun<E> start(
            Builder<E> builder, AppenderConfig config, @Nullable AppenderRun<E> predecessor) {
        return LogtallyRuntime.get()
                .start(builder.appenderName, builder.context, config, builder.reader, reporter, predecessor);
    }

    private boolean look(RulesWatch watch) {
        try {
            return watch.look();
        } catch (Throwable e) {
            failed(e);
            return false;
        }
    }

    /**
     * Puts rules in the place of those that run, as where a framework starts the new appender before it stops the old one:
     * each event is captured by the old rules or by the new ones.
     */
    private boolean takeOver(Builder<E> builder, AppenderConfig config) {
        AppenderRun<E> old = run;
        AppenderRun<E> next = old == null ? null : start(builder, config, old);
        if (old == null || next == null) {
            return false;
        }
        boolean inTime;
        synchronized (this) {
            inTime = run == old;
            if (inTime) {
                run = next;
                capture = next.capture();
            }
        }
        (inTime ? old : next).giveWay();
        return inTime;
    }

    private void refusedSince(int rules) {
        AppenderRun<E> running = run;
        if (running != null) {
            running.refusedSince(rules);
        }
    }

    private void open(Class<?> user) {
        try {
            LogtallyRuntime.get().residence().opened(this, user);
        } catch (Throwable e) {
            cannotStart(e);
            return;
        }
        resume();
    }

    private void cannotStart(Throwable cause) {
        try {
            String hint = cause instanceof LinkageError ? "; is the Prometheus client on the class path?" : "";
            reporter.configurationProblem("cannot start and counts nothing: " + cause + hint);
        } catch (Throwable e) {
            cause.addSuppressed(e);
        }
        failed(cause);
    }

    private void failed(Throwable cause) {
        try {
            long now = System.nanoTime();
            long last = lastWarning.get();
            if (now - last >= SILENCE_NANOS && lastWarning.compareAndSet(last, now)) {
                reporter.warning("Logtally failed; the application is not affected", cause);
            }
        } catch (Throwable e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Settings of an engine. Not for concurrent use.
     *
     * @param <E> the events
     */
    @ProviderType
    public static final class Builder<E> {
        private final String appenderName;
        private final EventReader<E> reader;
        private Element settings = Element.of("Logtally");
        private StatusReporter reporter = StatusReporter.silent();
        private Object context = LogtallyEngine.class;

        private Builder(String appenderName, EventReader<E> reader) {
            this.appenderName = appenderName;
            this.reader = reader;
        }

        /**
         * The appender's settings and its rules as children; without rules, events are counted by level and logger. The
         * files that {@code rules} names are read by {@link #start}.
         *
         * @param appender an element of kind {@code Logtally}
         * @return this builder
         */
        public Builder<E> settings(Element appender) {
            this.settings = appender;
            return this;
        }

        /**
         * Where mistakes and failures are said; silent by default.
         *
         * @param statusReporter called by the threads that start, log and scrape, and by the worker
         * @return this builder
         */
        public Builder<E> reporter(StatusReporter statusReporter) {
            this.reporter = statusReporter;
            return this;
        }

        /**
         * The framework's logger context. A new engine of the same name and context takes the place of the old one, in
         * whichever order they start and stop; engines of one name in different contexts live side by side.
         *
         * @param frameworkContext compared by identity; by default all engines have one in common
         * @return this builder
         */
        public Builder<E> context(Object frameworkContext) {
            this.context = frameworkContext;
            return this;
        }

        /** Where rules files on the class path are looked for: the application's, then the appender's and the core's own. */
        private List<ClassLoader> loaders() {
            return Stream.of(
                            Thread.currentThread().getContextClassLoader(),
                            reader.getClass().getClassLoader(),
                            LogtallyEngine.class.getClassLoader())
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
        }

        /**
         * Starts. Never throws: mistakes in the settings are reported, all in one go, and the rules that are right run.
         *
         * @return the engine that counts, to be closed
         */
        public LogtallyEngine<E> start() {
            LogtallyEngine<E> engine = new LogtallyEngine<>(copy());
            engine.open(reader.getClass());
            return engine;
        }

        /** These settings, whatever the builder is used for later. */
        private Builder<E> copy() {
            return new Builder<>(appenderName, reader)
                    .settings(settings)
                    .reporter(reporter)
                    .context(context);
        }
    }
}
