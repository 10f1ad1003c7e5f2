package io.github.logtally.benchmarks;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.github.logtally.logback.Counter;
import io.github.logtally.logback.LogtallyAppender;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.client.logback.InstrumentedAppender;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.CompilerControl;

/** Log statements through Logback. */
final class LogbackCalls implements Calls {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("com.acme.shop.Orders");
    private final @Nullable HandWritten hand;
    private final @Nullable AsyncAppender async;

    LogbackCalls(Peer peer, List<Rule> rules) {
        hand = peer.countsByHand() ? new HandWritten() : null;
        async = peer == Peer.ASYNC && hand != null ? async(hand) : null;
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        if (peer == Peer.MICROMETER) {
            bindMicrometer();
        }
        if (peer != Peer.NONE) {
            root.addAppender(async == null ? appender(peer, rules) : async);
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private void bindMicrometer() {
        new LogbackMetrics(List.of(), context).bindTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private Appender<ILoggingEvent> appender(Peer peer, List<Rule> rules) {
        Appender<ILoggingEvent> appender =
                switch (peer) {
                    case LOGTALLY -> logtally(rules);
                    case SIMPLECLIENT -> new InstrumentedAppender();
                    case FILE -> file();
                    case RENDER -> new Sink(ILoggingEvent::getFormattedMessage);
                    case SYNC -> new Sink(event -> count(event.getFormattedMessage()));
                    case ASYNC_LOGGERS -> throw new IllegalArgumentException("Logback has no async loggers");
                    default -> new Sink(event -> {});
                };
        return started(appender);
    }

    private void count(String message) {
        if (hand != null) {
            hand.count(message);
        }
    }

    private AsyncAppender async(HandWritten counting) {
        AsyncAppender appender = new AsyncAppender();
        appender.setQueueSize(CAPACITY);
        appender.setDiscardingThreshold(0);
        appender.setNeverBlock(true);
        appender.addAppender(started(new Sink(event -> counting.count(event.getFormattedMessage()))));
        started(appender);
        return appender;
    }

    private FileAppender<ILoggingEvent> file() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d %-5level [%thread] %logger - %msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(TemporaryFile.path());
        appender.setEncoder(encoder);
        return appender;
    }

    private static LogtallyAppender logtally(List<Rule> rules) {
        LogtallyAppender appender = new LogtallyAppender();
        appender.setCapacity(String.valueOf(CAPACITY));
        for (Rule rule : rules) {
            Counter counter = new Counter();
            counter.setName(rule.name());
            if (!rule.message().isEmpty()) {
                counter.setMessage(rule.message());
            }
            if (!rule.contains().isEmpty()) {
                counter.setContains(rule.contains());
            }
            if (!rule.labels().isEmpty()) {
                counter.setLabels(rule.labels());
            }
            if (!rule.maxSeries().isEmpty()) {
                counter.setMaxSeries(rule.maxSeries());
            }
            appender.addCounter(counter);
        }
        return appender;
    }

    private <A extends Appender<ILoggingEvent>> A started(A appender) {
        appender.setContext(context);
        appender.setName(appender.getClass().getSimpleName());
        appender.start();
        return appender;
    }

    @Override
    public void cacheRefreshed(String cache, Integer millis) {
        logger.info(CACHE_TEMPLATE, cache, millis);
    }

    @Override
    public void request(String method, String path, Integer millis, Integer status) {
        logger.info(REQUEST_TEMPLATE, method, path, millis, status);
    }

    @Override
    public void text(String message) {
        logger.info("{}", message);
    }

    @Override
    public void plain(String message) {
        logger.info(message);
    }

    @Override
    public void awaitQuiet() {
        while (async != null && async.getNumberOfElementsInQueue() > 0) {
            LockSupport.parkNanos(50_000);
        }
    }

    @Override
    public void close() {
        if (hand != null) {
            hand.release();
        }
        context.stop();
    }

    private static final class Sink extends UnsynchronizedAppenderBase<ILoggingEvent> {
        private final Consumer<ILoggingEvent> action;

        Sink(Consumer<ILoggingEvent> action) {
            this.action = action;
        }

        /** Not inlined: the appenders that an application has anyway let no event stay on the stack. */
        @Override
        @CompilerControl(CompilerControl.Mode.DONT_INLINE)
        protected void append(ILoggingEvent event) {
            action.accept(event);
        }
    }
}
