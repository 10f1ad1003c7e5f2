package io.github.logtally.logback.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import io.github.logtally.contract.LoggingContext;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logback with a configuration file of its own. */
final class LogbackContext implements LoggingContext {
    private final Function<String, URL> locations;
    private final LoggerContext context = new LoggerContext();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final Statuses statuses = new Statuses();

    /** Starts a context; {@code locations} tells where a configuration file is. */
    LogbackContext(String file, Function<String, URL> locations) {
        this.locations = locations;
        context.setName(file);
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.getStatusManager().add(statuses);
        configure(file);
        context.start();
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
        Logger to = context.getLogger(logger);
        Marker with = marker == null ? null : markers.getMarker(marker);
        switch (level) {
            case "TRACE" -> to.trace(with, template, arguments);
            case "DEBUG" -> to.debug(with, template, arguments);
            case "INFO" -> info(to, with, template, arguments);
            case "WARN" -> to.warn(with, template, arguments);
            case "ERROR" -> to.error(with, template, arguments);
            default -> throw new IllegalArgumentException(level);
        }
    }

    /** The overload that a call with so many arguments takes. */
    private static void info(
            Logger to, @Nullable Marker marker, @Nullable String template, @Nullable Object... arguments) {
        switch (arguments.length) {
            case 0 -> to.info(marker, template);
            case 1 -> {
                if (arguments[0] instanceof Throwable thrown) {
                    to.info(marker, template, thrown);
                } else {
                    to.info(marker, template, arguments[0]);
                }
            }
            case 2 -> to.info(marker, template, arguments[0], arguments[1]);
            default -> to.info(marker, template, arguments);
        }
    }

    @Override
    public void logFields(String logger, Map<String, ?> fields) {
        LoggingEventBuilder event = context.getLogger(logger).atLevel(Level.INFO);
        fields.forEach(event::addKeyValue);
        event.log("text");
    }

    @Override
    public void append(String logger, String message) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerContext(context);
        event.setLoggerName(logger);
        event.setLevel(ch.qos.logback.classic.Level.INFO);
        event.setMessage(message);
        event.setThreadName("main");
        context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .forEachRemaining(appender -> appender.doAppend(event));
    }

    // SLF4J has no other way to relate markers
    @SuppressWarnings("deprecation")
    @Override
    public void relateMarker(String marker, String parent) {
        markers.getMarker(marker).add(markers.getMarker(parent));
    }

    @Override
    public void putMdc(String key, String value) {
        context.getMDCAdapter().put(key, value);
    }

    @Override
    public void clearMdc() {
        context.getMDCAdapter().clear();
    }

    @Override
    public void reconfigure(String file) {
        context.reset();
        configure(file);
    }

    @Override
    public List<String> problems() {
        assertThat(statuses.errors)
                .as("an error would stop a Spring Boot application")
                .isEmpty();
        return List.copyOf(statuses.warnings);
    }

    @Override
    public List<String> warnings() {
        return problems();
    }

    @Override
    public void close() {
        context.stop();
    }

    private void configure(String file) {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(locations.apply(file));
        } catch (JoranException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    /** Statuses from WARN on, through resets of the context. */
    private static final class Statuses implements StatusListener {
        private final List<String> warnings = new CopyOnWriteArrayList<>();
        private final List<String> errors = new CopyOnWriteArrayList<>();

        @Override
        public void addStatusEvent(Status status) {
            if (status.getLevel() >= Status.ERROR) {
                errors.add(status.getMessage());
            } else if (status.getLevel() == Status.WARN) {
                warnings.add(status.getMessage());
            }
        }

        @Override
        public boolean isResetResistant() {
            return true;
        }
    }
}
