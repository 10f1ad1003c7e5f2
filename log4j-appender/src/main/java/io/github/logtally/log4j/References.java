package io.github.logtally.log4j;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.core.Appender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.jspecify.annotations.Nullable;

/** Which loggers of a configuration refer to an appender. On the thread that configures. */
final class References {
    private References() {}

    /** What to say of loggers whose events reach the appender more than once: by them and by a parent of theirs. */
    static List<String> repeated(Configuration configuration, Appender appender) {
        List<String> messages = new ArrayList<>();
        for (LoggerConfig logger : configuration.getLoggers().values()) {
            if (refersTo(logger, appender)) {
                LoggerConfig second = parentThatRefersTo(logger, appender);
                if (second != null) {
                    messages.add(
                            "events of logger " + name(logger) + " are counted twice, because both this logger and "
                                    + name(second) + " refer to the appender; remove one reference, or set"
                                    + " additivity=\"false\" on " + name(logger));
                }
            }
        }
        return messages;
    }

    private static @Nullable LoggerConfig parentThatRefersTo(LoggerConfig logger, Appender appender) {
        LoggerConfig each = logger;
        while (each.isAdditive()) {
            LoggerConfig parent = each.getParent();
            if (parent == null || refersTo(parent, appender)) {
                return parent;
            }
            each = parent;
        }
        return null;
    }

    private static boolean refersTo(LoggerConfig logger, Appender appender) {
        return logger.getAppenders().get(appender.getName()) == appender;
    }

    private static String name(LoggerConfig logger) {
        return logger.getName().isEmpty() ? "Root" : "'" + logger.getName() + "'";
    }
}
