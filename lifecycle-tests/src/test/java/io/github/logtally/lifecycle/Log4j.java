package io.github.logtally.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;

/** Log4j with one appender. */
final class Log4j {
    private Log4j() {}

    /** A running context that the end of the JVM stops, and whose root logger has an appender with these rules; context and appender have the same name. */
    static LoggerContext start(String name, String rules) {
        LoggerContext context = new LoggerContext(name);
        String xml = "<Configuration><Appenders><Logtally name='" + name + "' shutdownTimeout='1s'>" + rules
                + "</Logtally></Appenders><Loggers><Root level='INFO'><AppenderRef ref='" + name
                + "'/></Root></Loggers></Configuration>";
        try {
            context.start(new XmlConfiguration(
                    context, new ConfigurationSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return context;
    }
}
