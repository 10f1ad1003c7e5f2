package io.github.logtally.lifecycle;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Logback with one appender. */
final class Logback {
    private Logback() {}

    /** A running context whose root logger has an appender with these rules; context and appender have the same name. */
    static LoggerContext start(String name, String rules) {
        return start(name, rules, "");
    }

    /** The same with more elements of the configuration. */
    static LoggerContext start(String name, String rules, String more) {
        LoggerContext context = new LoggerContext();
        context.setName(name);
        context.setMDCAdapter(new LogbackMDCAdapter());
        String xml = "<configuration>" + more + "<appender name='" + name
                + "' class='io.github.logtally.logback.LogtallyAppender'><shutdownTimeout>1s</shutdownTimeout>" + rules
                + "</appender><root level='INFO'><appender-ref ref='" + name + "'/></root></configuration>";
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (JoranException e) {
            throw new IllegalArgumentException(xml, e);
        }
        context.start();
        return context;
    }
}
