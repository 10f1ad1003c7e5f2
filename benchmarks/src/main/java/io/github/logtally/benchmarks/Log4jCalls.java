package io.github.logtally.benchmarks;

import io.micrometer.core.instrument.binder.logging.Log4j2Metrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.client.log4j2.InstrumentedAppender;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.appender.AsyncAppender;
import org.apache.logging.log4j.core.appender.FileAppender;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.async.BasicAsyncLoggerContextSelector;
import org.apache.logging.log4j.core.config.AppenderRef;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.DefaultReliabilityStrategy;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.jmx.RingBufferAdmin;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.CompilerControl;

/**
 * Log statements through Log4j 2, without location.
 *
 * <p>Two settings that an application has otherwise, because the cost of the defaults is larger than what is measured, and
 * changes from JVM to JVM: the default clock makes an Instant, which the JIT removes or not; and the default reliability
 * strategy counts the events under way in one counter, for which threads that log at the same time wait the more, the
 * faster the appender is.
 */
final class Log4jCalls implements Calls {
    private static final String NAME = "peer";

    private final LoggerContext context;
    private final Logger logger;
    private final @Nullable HandWritten hand;
    private final @Nullable AsyncAppender async;

    Log4jCalls(Peer peer, List<Rule> rules) {
        setProperties(peer);
        context = configure(peer == Peer.LOGTALLY ? logtally(rules) : "<Null name=\"" + NAME + "\"/>");
        logger = context.getLogger("com.acme.shop.Orders");
        hand = peer.countsByHand() ? new HandWritten() : null;
        Configuration configuration = context.getConfiguration();
        async = peer == Peer.ASYNC && hand != null ? async(configuration, hand) : null;
        if (peer != Peer.NONE) {
            Appender appender = async == null ? appender(configuration, peer) : async;
            if (!appender.isStarted()) {
                appender.start();
            }
            configuration.getRootLogger().addAppender(appender, null, null);
        }
        if (peer == Peer.MICROMETER) {
            bindMicrometer();
        }
        context.updateLoggers();
        if (configuration.getRootLogger().requiresLocation()) {
            throw new IllegalStateException("Log4j would walk the stack for the location of each call");
        }
    }

    private static void setProperties(Peer peer) {
        System.setProperty("log4j2.clock", "SystemMillisClock");
        System.setProperty("log4j.ReliabilityStrategy", DefaultReliabilityStrategy.class.getName());
        if (peer == Peer.ASYNC_LOGGERS) {
            System.setProperty("log4j2.contextSelector", BasicAsyncLoggerContextSelector.class.getName());
            System.setProperty("log4j2.asyncLoggerRingBufferSize", String.valueOf(CAPACITY));
            System.setProperty("log4j2.asyncQueueFullPolicy", "Discard");
        }
    }

    private static LoggerContext configure(String appender) {
        String xml = "<Configuration><Appenders>" + appender
                + "</Appenders><Loggers><Root level=\"info\"/></Loggers></Configuration>";
        try {
            return Configurator.initialize(
                    null, new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String logtally(List<Rule> rules) {
        StringBuilder xml = new StringBuilder("<Logtally name=\"" + NAME + "\" capacity=\"" + CAPACITY + "\">");
        for (Rule rule : rules) {
            xml.append("<Counter name=\"").append(rule.name()).append('"');
            setting(xml, "message", rule.message());
            setting(xml, "contains", rule.contains());
            setting(xml, "labels", rule.labels());
            setting(xml, "maxSeries", rule.maxSeries());
            xml.append("/>");
        }
        return xml.append("</Logtally>").toString();
    }

    private static void setting(StringBuilder xml, String name, String value) {
        if (!value.isEmpty()) {
            xml.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private void bindMicrometer() {
        new Log4j2Metrics(List.of(), context).bindTo(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    }

    private Appender appender(Configuration configuration, Peer peer) {
        return switch (peer) {
            case LOGTALLY -> configuration.getAppender(NAME);
            case SIMPLECLIENT -> InstrumentedAppender.createAppender(NAME);
            case FILE -> file(configuration);
            case RENDER -> new Sink(new Renderer());
            case SYNC, ASYNC_LOGGERS ->
                new Sink(event -> count(event.getMessage().getFormattedMessage()));
            default -> new Sink(event -> {});
        };
    }

    private void count(String message) {
        if (hand != null) {
            hand.count(message);
        }
    }

    private static AsyncAppender async(Configuration configuration, HandWritten counting) {
        Sink sink = new Sink(event -> counting.count(event.getMessage().getFormattedMessage()));
        sink.start();
        configuration.addAppender(sink);
        return AsyncAppender.newBuilder()
                .setName("async")
                .setAppenderRefs(new AppenderRef[] {AppenderRef.createAppenderRef(sink.getName(), null, null)})
                .setBlocking(false)
                .setBufferSize(CAPACITY)
                .setConfiguration(configuration)
                .build();
    }

    private static FileAppender file(Configuration configuration) {
        return FileAppender.newBuilder()
                .setName("file")
                .setFileName(TemporaryFile.path())
                .setLayout(PatternLayout.newBuilder()
                        .setPattern("%d %-5level [%t] %c - %m%n")
                        .setConfiguration(configuration)
                        .build())
                .setConfiguration(configuration)
                .build();
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
        while (waiting() > 0) {
            LockSupport.parkNanos(50_000);
        }
    }

    private long waiting() {
        if (context instanceof AsyncLoggerContext loggers) {
            RingBufferAdmin ring = loggers.createRingBufferAdmin();
            return ring.getBufferSize() - ring.getRemainingCapacity();
        }
        return async == null ? 0 : async.getQueueSize();
    }

    @Override
    public void close() {
        if (hand != null) {
            hand.release();
        }
        context.stop();
    }

    /** Makes the text in a kept builder, as Log4j's own layouts do. */
    private static final class Renderer implements Consumer<LogEvent> {
        private final ThreadLocal<StringBuilder> texts = ThreadLocal.withInitial(StringBuilder::new);

        @Override
        public void accept(LogEvent event) {
            StringBuilder text = texts.get();
            text.setLength(0);
            if (event.getMessage() instanceof StringBuilderFormattable formattable) {
                formattable.formatTo(text);
            } else {
                text.append(event.getMessage().getFormattedMessage());
            }
        }
    }

    private static final class Sink extends AbstractAppender {
        private final Consumer<LogEvent> action;

        Sink(Consumer<LogEvent> action) {
            super("sink", null, null, true, Property.EMPTY_ARRAY);
            this.action = action;
        }

        /** Not inlined: the appenders that an application has anyway are not. */
        @Override
        @CompilerControl(CompilerControl.Mode.DONT_INLINE)
        public void append(LogEvent event) {
            action.accept(event);
        }
    }
}
