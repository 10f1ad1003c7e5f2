package io.github.logtally.nativeimage;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

/** Has Logback read a configuration that has every setting. */
public final class LogbackProgram implements Runnable {
    @Override
    public void run() {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(LogbackProgram.class.getResource("/nativeimage/logback.xml"));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        context.getLogger("orders").info("Order {}", 1);
        context.stop();
    }
}
