package io.github.logtally.log4j;

import io.github.logtally.spi.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.apache.logging.log4j.core.config.xml.XmlConfiguration;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;

/** Reads configurations as Log4j does, without starting them, and listens to what Log4j says meanwhile. */
final class Configurations {
    private Configurations() {}

    /** A configuration file of the test resources, its plugins created. */
    static Configuration ofResource(String name) {
        try {
            URI uri = Configurations.class.getResource(name).toURI();
            Configuration configuration =
                    ConfigurationFactory.getInstance().getConfiguration(new LoggerContext(name), name, uri);
            configuration.initialize();
            return configuration;
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(name, e);
        }
    }

    /** An XML configuration with this inside {@code <Appenders>}, its plugins created. */
    static Configuration ofAppenders(String xml) {
        Configuration configuration =
                ofXml(new LoggerContext("test"), "<Appenders>" + xml + "</Appenders><Loggers><Root/></Loggers>");
        configuration.initialize();
        return configuration;
    }

    /** An XML configuration with this inside {@code <Configuration>}, nothing of it created. */
    static Configuration ofXml(LoggerContext context, String xml) {
        byte[] text = ("<Configuration>" + xml + "</Configuration>").getBytes(StandardCharsets.UTF_8);
        try {
            return new XmlConfiguration(context, new ConfigurationSource(new ByteArrayInputStream(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the appender {@code metrics} gives to the core. */
    static Element element(Configuration configuration) {
        return configuration.<LogtallyAppender>getAppender("metrics").element();
    }

    /** What Log4j reports as WARN or worse while this runs; the result of {@code action} goes to {@code results}. */
    static <T> List<String> reported(Supplier<T> action, List<T> results) {
        Listener listener = new Listener();
        StatusLogger.getLogger().registerListener(listener);
        try {
            results.add(action.get());
        } finally {
            StatusLogger.getLogger().removeListener(listener);
        }
        return listener.messages;
    }

    private static final class Listener implements StatusListener {
        private final List<String> messages = new ArrayList<>();

        @Override
        public void log(StatusData data) {
            messages.add(data.getLevel() + " " + data.getMessage().getFormattedMessage());
        }

        @Override
        public Level getStatusLevel() {
            return Level.WARN;
        }

        @Override
        public void close() {}
    }
}
