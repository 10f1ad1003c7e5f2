package io.github.logtally.log4j.contract;

import io.github.logtally.contract.LoggingContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.async.AsyncLoggerConfig;
import org.apache.logging.log4j.core.async.AsyncLoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.jmx.RingBufferAdminMBean;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

/**
 * Log4j with a configuration file of its own. The system property {@code logtally.test.loggers} makes its loggers
 * asynchronous: then a call of {@link #log} returns when the event has come to the appenders.
 */
final class Log4jContext implements LoggingContext {
    /** Which loggers are asynchronous. */
    static final String LOGGERS = System.getProperty("logtally.test.loggers", "sync");

    private final Function<String, URL> locations;
    private final LoggerContext context;
    private final Statuses statuses = new Statuses();

    /** Calls of {@link #log} that the thread is in: the text of an argument may log, too. */
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /** Starts a context; {@code locations} tells where a configuration file is. */
    Log4jContext(String file, Function<String, URL> locations) {
        this.locations = locations;
        StatusLogger.getLogger().registerListener(statuses);
        context = LOGGERS.equals("all-async") ? new AsyncLoggerContext(file) : new LoggerContext(file);
        context.start(configuration(file));
    }

    /** A logger of this context. */
    Logger logger(String name) {
        return context.getLogger(name);
    }

    @Override
    public void log(
            String logger,
            String level,
            @Nullable String marker,
            @Nullable String template,
            @Nullable Object... arguments) {
        depth.set(depth.get() + 1);
        Logger to = context.getLogger(logger);
        Level at = Level.valueOf(level);
        Marker with = marker == null ? null : MarkerManager.getMarker(marker);
        switch (arguments.length) {
            case 0 -> to.log(at, with, template);
            case 1 -> {
                if (arguments[0] instanceof Throwable thrown) {
                    to.log(at, with, template, thrown);
                } else {
                    to.log(at, with, template, arguments[0]);
                }
            }
            case 2 -> to.log(at, with, template, arguments[0], arguments[1]);
            case 3 -> to.log(at, with, template, arguments[0], arguments[1], arguments[2]);
            default -> to.log(at, with, template, arguments);
        }
        depth.set(depth.get() - 1);
        awaitDelivery();
    }

    /** Waits until the appenders have got what was logged so far. */
    void awaitDelivery() {
        boolean inAppender = Thread.currentThread().getName().startsWith("Log4j2-TF-");
        if (depth.get() > 0 || inAppender) {
            return;
        }
        RingBufferAdminMBean ring =
                switch (LOGGERS) {
                    case "all-async" -> ((AsyncLoggerContext) context).createRingBufferAdmin();
                    case "mixed-async" ->
                        ((AsyncLoggerConfig) context.getConfiguration().getRootLogger())
                                .createRingBufferAdmin(context.getName());
                    default -> null;
                };
        while (ring != null && ring.getRemainingCapacity() < ring.getBufferSize()) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void logFields(String logger, Map<String, ?> fields) {
        StringMapMessage message = new StringMapMessage();
        fields.forEach((key, value) -> {
            if (value instanceof Integer number) {
                message.with(key, number.intValue());
            } else {
                message.with(key, value);
            }
        });
        context.getLogger(logger).info(message);
        awaitDelivery();
    }

    @Override
    public void append(String logger, String message) {
        LogEvent event = Log4jLogEvent.newBuilder()
                .setLoggerName(logger)
                .setLevel(Level.INFO)
                .setMessage(new SimpleMessage(message))
                .build();
        context.getConfiguration().getRootLogger().getAppenders().values().forEach(appender -> appender.append(event));
    }

    /** Log4j 2.20.0 throws, for itself to catch, when it formats a template with more. */
    @Override
    public int mostHoles() {
        return "2.20.0".equals(System.getProperty("logtally.test.framework")) ? 256 : Integer.MAX_VALUE;
    }

    @Override
    public void relateMarker(String marker, String parent) {
        MarkerManager.getMarker(marker).addParents(MarkerManager.getMarker(parent));
    }

    @Override
    public void putMdc(String key, String value) {
        ThreadContext.put(key, value);
    }

    @Override
    public void clearMdc() {
        ThreadContext.clearMap();
    }

    @Override
    public void reconfigure(String file) {
        context.reconfigure(configuration(file));
    }

    @Override
    public List<String> problems() {
        return List.copyOf(statuses.errors);
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(statuses.all);
    }

    @Override
    public void close() {
        context.stop();
        StatusLogger.getLogger().removeListener(statuses);
    }

    private Configuration configuration(String file) {
        URL location = locations.apply(file);
        try {
            return LOGGERS.equals("mixed-async")
                    ? withAsyncLoggers(location)
                    : ConfigurationFactory.getInstance().getConfiguration(context, file, location.toURI());
        } catch (URISyntaxException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Configuration withAsyncLoggers(URL location) throws IOException {
        try (InputStream file = location.openStream()) {
            String xml = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(</?)(Root|Logger)\\b", "$1Async$2");
            return new XmlConfiguration(
                    context, new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
        }
    }

    /** Log4j's statuses from WARN up; those from ERROR up are printed at its default status level. */
    private static final class Statuses implements StatusListener {
        private final List<String> errors = new CopyOnWriteArrayList<>();
        private final List<String> all = new CopyOnWriteArrayList<>();

        @Override
        public void log(StatusData data) {
            String message = data.getMessage().getFormattedMessage();
            all.add(message);
            if (data.getLevel().isMoreSpecificThan(Level.ERROR)) {
                errors.add(message);
            }
        }

        @Override
        public Level getStatusLevel() {
            return Level.WARN;
        }

        @Override
        public void close() {
            errors.clear();
            all.clear();
        }
    }
}
