package io.github.logtally.log4j;

import io.github.logtally.LogtallyEngine;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.Core;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.config.plugins.Plugin;
import org.apache.logging.log4j.core.config.plugins.PluginBuilderFactory;
import org.jspecify.annotations.Nullable;

/**
 * The appender {@code <Logtally>}: turns the events that reach it, after its filters, into Prometheus metrics.
 *
 * <p>Its metrics belong to the process, not to the appender: Log4j starts the appender of a new configuration before it
 * stops that of the old one, and nothing is lost or counted twice. Nothing that goes wrong in here, while starting or at
 * an event, reaches Log4j or the application; it is reported to Log4j's status logger.
 */
@Plugin(
        name = LogtallyAppender.PLUGIN_NAME,
        category = Core.CATEGORY_NAME,
        elementType = Appender.ELEMENT_TYPE,
        deferChildren = true,
        printObject = true)
public final class LogtallyAppender extends AbstractAppender {
    /** The name of the plugin, and of its element. */
    static final String PLUGIN_NAME = "Logtally";

    private final Element element;
    private final Object context;
    private final @Nullable Configuration configuration;

    // Mutable state: written by start(), read by the threads that log

    private volatile @Nullable LogtallyEngine<LogEvent> engine;

    private LogtallyAppender(Builder<?> builder, Element element) {
        super(builder.getName(), builder.getFilter(), null, builder.isIgnoreExceptions(), Property.EMPTY_ARRAY);
        this.element = element;
        this.configuration = builder.getConfiguration();
        this.context = contextOf(configuration);
    }

    /** What stays the same when the application's configuration is replaced. */
    private static Object contextOf(@Nullable Configuration configuration) {
        if (configuration == null) {
            return new Object();
        }
        Object context = configuration.getLoggerContext();
        return context == null ? configuration : context;
    }

    /**
     * A new builder.
     *
     * @param <B> the type of the builder itself
     * @return a builder without settings
     */
    @PluginBuilderFactory
    public static <B extends Builder<B>> B newBuilder() {
        return new Builder<B>().asBuilder();
    }

    /**
     * Builds a {@link LogtallyAppender}.
     *
     * @param <B> the type of the builder itself
     */
    public static class Builder<B extends Builder<B>> extends AbstractAppender.Builder<B>
            implements org.apache.logging.log4j.core.util.Builder<LogtallyAppender> {
        @ElementTree
        private Element element = Element.of(PLUGIN_NAME);

        /**
         * The settings of the appender and, as children, its rules, as in a configuration file.
         *
         * @param element an element of kind {@code Logtally}
         * @return this builder
         */
        public B setElement(Element element) {
            this.element = element;
            return asBuilder();
        }

        /** The appender, its settings unchecked: {@link LogtallyAppender#start} reports what is wrong with them. */
        @Override
        public LogtallyAppender build() {
            return new LogtallyAppender(this, element);
        }
    }

    /**
     * Reads Log4j's events: for those who run rules without the appender, as tests of rules do. Stateless.
     *
     * @return the reader
     */
    public static EventReader<LogEvent> eventReader() {
        return new Log4jEventReader();
    }

    /** Its settings and rules as they were written. */
    Element element() {
        return element;
    }

    /** Begins to count. Never throws: Log4j would lose its whole configuration. */
    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        setStarting();
        try {
            StatusReporter reporter = new StatusLogReporter(getName());
            engine = LogtallyEngine.builder(getName(), new Log4jEventReader())
                    .settings(element)
                    .reporter(reporter)
                    .context(context)
                    .start();
            if (configuration != null) {
                References.repeated(configuration, this).forEach(reporter::configurationProblem);
            }
        } catch (RuntimeException | LinkageError e) {
            LOGGER.error(
                    "Logtally '{}' cannot start and counts nothing: is the Prometheus client missing?", getName(), e);
        }
        super.start();
    }

    @Override
    public void append(LogEvent event) {
        LogtallyEngine<LogEvent> running = engine;
        if (running != null) {
            running.accept(event);
        }
    }

    /** Counts what waits, within the appender's own {@code shutdownTimeout}, and stops. */
    @Override
    public boolean stop(long timeout, TimeUnit timeUnit) {
        setStopping();
        LogtallyEngine<LogEvent> running = engine;
        if (running != null) {
            running.close();
            if (isReplaced()) {
                LogtallyEngine.configured(context);
            }
        }
        boolean stopped = super.stop(timeout, timeUnit, false);
        setStopped();
        return stopped;
    }

    /**
     * Whether another configuration has taken the place of this appender's: then it is in force already. One that says
     * nothing is none: Log4j has it while it stops as a whole, and where it could not read the file.
     */
    private boolean isReplaced() {
        if (!(context instanceof LoggerContext loggers)) {
            return false;
        }
        Configuration current = loggers.getConfiguration();
        return current != configuration
                && (!(current instanceof AbstractConfiguration read)
                        || read.getRootNode().hasChildren());
    }
}
