package io.github.logtally.logback;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;

/** A Logback of its own, configured from a file of {@code src/test/resources/configuration}. */
final class Configured implements AutoCloseable {
    final LoggerContext context = new LoggerContext();

    static Configured from(String file) throws JoranException {
        Configured configured = new Configured();
        URL url = Objects.requireNonNull(Configured.class.getResource("/configuration/" + file), file);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(configured.context);
        configurator.doConfigure(url);
        return configured;
    }

    LogtallyAppender appender() {
        return (LogtallyAppender) Objects.requireNonNull(
                context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("metrics"));
    }

    List<String> statuses(int level) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == level)
                .map(Status::getMessage)
                .toList();
    }

    @Override
    public void close() {
        context.stop();
    }
}
