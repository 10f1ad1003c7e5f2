package io.github.logtally.logback;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.spi.ConfigurationEvent;
import ch.qos.logback.core.spi.ConfigurationEventListener;
import ch.qos.logback.core.status.WarnStatus;
import io.github.logtally.LogtallyEngine;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Hears when a configuration file has been applied as a whole, which an appender cannot know: Logback stops the appenders
 * of the old configuration first, starts those of the new one while it reads it, and hands them to loggers afterwards. A
 * file that cannot be read is not applied, so that a mistake in it costs no metric.
 *
 * <p>On the thread that configures.
 */
final class ConfigurationWatch implements ConfigurationEventListener {
    private static final Set<Context> WATCHED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /** The event we wait for, by name: Logback gave it another one in the course of 1.5. */
    private static final Set<String> APPLIED = Set.of("CONFIGURATION_ENDED", "CONFIGURATION_ENDED_SUCCESSFULLY");

    private final LoggerContext context;

    private ConfigurationWatch(LoggerContext context) {
        this.context = context;
    }

    /** Watches a context, once; Logback keeps these listeners through its resets. */
    static void of(@Nullable Context context) {
        if (context instanceof LoggerContext loggers && WATCHED.add(context)) {
            try {
                context.addConfigurationEventListener(new ConfigurationWatch(loggers));
            } catch (LinkageError ignored) {
                // The first versions of Logback 1.3 and 1.4 do not tell: there, metrics of appenders that are gone stay
            }
        }
    }

    @Override
    public void listen(ConfigurationEvent event) {
        try {
            if (APPLIED.contains(event.getEventType().name())) {
                LogtallyEngine.configured(context);
                checkReferences();
            }
        } catch (RuntimeException | LinkageError e) {
            // What a listener throws ends the application's configuration
            context.getStatusManager().add(new WarnStatus("Logtally could not look at the configuration", this, e));
        }
    }

    private void checkReferences() {
        for (Logger logger : context.getLoggerList()) {
            Iterator<Appender<ILoggingEvent>> appenders = logger.iteratorForAppenders();
            while (appenders.hasNext()) {
                if (appenders.next() instanceof LogtallyAppender ours) {
                    checkParents(logger, ours);
                }
            }
        }
    }

    private void checkParents(Logger logger, LogtallyAppender appender) {
        Logger each = logger;
        while (each.isAdditive()) {
            each = parent(each);
            if (each == null) {
                return;
            }
            if (each.isAttached(appender)) {
                appender.countsTwice(logger.getName(), each.getName());
                return;
            }
        }
    }

    private @Nullable Logger parent(Logger logger) {
        String name = logger.getName();
        if (name.equals(Logger.ROOT_LOGGER_NAME)) {
            return null;
        }
        int dot = name.length();
        while ((dot = name.lastIndexOf('.', dot - 1)) > 0) {
            Logger parent = context.exists(name.substring(0, dot));
            if (parent != null) {
                return parent;
            }
        }
        return context.getLogger(Logger.ROOT_LOGGER_NAME);
    }
}
