package io.github.logtally.rules;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;

class LogbackRulesTest extends LogtallyRulesContract {
    private final LoggerContext context = new LoggerContext();

    LogbackRulesTest() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
        context.getLogger("silent").setAdditive(false);
    }

    @Override
    Object context() {
        return context;
    }

    @Override
    void info(String logger, String message, Object... arguments) {
        context.getLogger(logger).info(message, arguments);
    }
}
