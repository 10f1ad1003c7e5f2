package io.github.logtally.rules;

import io.github.logtally.spi.Element;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Finds the framework that runs; either may be missing. */
final class Frameworks {
    private static final String HINT =
            " Add the framework with its Logtally appender, or call attachTo with its LoggerContext.";

    private Frameworks() {}

    /** Attaches rules to the framework that SLF4J logs with, or to the running Log4j. */
    static Attachment attach(Element appender) {
        Object context = logback();
        if (context == null) {
            context = log4j();
        }
        if (context == null) {
            throw new IllegalStateException("Neither Logback nor Log4j is running here." + HINT);
        }
        return attach(context, appender);
    }

    /** Attaches rules to a framework's context. */
    static Attachment attach(Object context, Element appender) {
        try {
            if (isLogback(context)) {
                return LogbackAttachment.to((ch.qos.logback.classic.LoggerContext) context, appender);
            }
            if (isLog4j(context)) {
                return Log4jAttachment.to((org.apache.logging.log4j.core.LoggerContext) context, appender);
            }
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "The appender for " + context.getClass().getName() + " is missing: " + e.getMessage() + "." + HINT,
                    e);
        }
        throw new IllegalArgumentException(
                context.getClass().getName() + " is no LoggerContext of Logback or of Log4j.");
    }

    private static @Nullable Object logback() {
        try {
            Object factory = LoggerFactory.getILoggerFactory();
            return isLogback(factory) ? factory : null;
        } catch (NoClassDefFoundError noSlf4j) {
            return null;
        }
    }

    private static @Nullable Object log4j() {
        try {
            Object context = LogManager.getContext(false);
            return isLog4j(context) ? context : null;
        } catch (NoClassDefFoundError noLog4j) {
            return null;
        }
    }

    private static boolean isLogback(Object context) {
        return isA(context, "ch.qos.logback.classic.LoggerContext");
    }

    private static boolean isLog4j(Object context) {
        return isA(context, "org.apache.logging.log4j.core.LoggerContext");
    }

    private static boolean isA(Object context, String className) {
        for (Class<?> type = context.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals(className)) {
                return true;
            }
        }
        return false;
    }
}
