package io.github.logtally.rules;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;
import org.junit.jupiter.api.AfterEach;

class Log4jRulesTest extends LogtallyRulesContract {
    private final LoggerContext context;

    Log4jRulesTest() {
        ConfigurationBuilder<BuiltConfiguration> builder = ConfigurationBuilderFactory.newConfigurationBuilder();
        builder.add(builder.newRootLogger(Level.INFO));
        builder.add(builder.newLogger("silent", Level.INFO).addAttribute("additivity", false));
        context = new LoggerContext("rules");
        context.start(builder.build(false));
    }

    @AfterEach
    void stop() {
        Configurator.shutdown(context);
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
