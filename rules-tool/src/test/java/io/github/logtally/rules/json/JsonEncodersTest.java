package io.github.logtally.rules.json;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.EncoderBase;
import co.elastic.logging.logback.EcsEncoder;
import io.github.logtally.rules.layout.Read;
import java.io.FileNotFoundException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.logstash.logback.encoder.LogstashEncoder;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/** The encoders themselves write; what is read must be what was logged. */
class JsonEncodersTest {
    private static final String LOGGER = "com.acme.shop.OrderService";
    private static final String MESSAGE = "Order \"7\" {failed}: ünïcode\n\ttwice";

    private final LoggerContext context = new LoggerContext();

    @Test
    void logstashEncoder_isRead() {
        expect(logback(new LogstashEncoder()), "PAID", "java.io.FileNotFoundException");
    }

    @Test
    void ecsEncoder_isRead() {
        EcsEncoder encoder = new EcsEncoder();
        encoder.setIncludeMarkers(true);
        expect(logback(encoder), "PAID", "java.io.FileNotFoundException");
    }

    @Test
    void logbacksOwnEncoder_isRead() {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setWithFormattedMessage(true);
        expect(logback(encoder), "PAID", "java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EcsLayout", "LogstashJsonEventLayoutV1", "JsonLayout", "GelfLayout"})
    void jsonTemplateLayout_isRead(String template) {
        JsonTemplateLayout layout = JsonTemplateLayout.newBuilder()
                .setConfiguration(new DefaultConfiguration())
                .setEventTemplateUri("classpath:" + template + ".json")
                .build();
        String log =
                layout.toSerializable(log4j(Level.INFO, null)) + layout.toSerializable(log4j(Level.ERROR, failure()));

        List<Read> read = Read.all(new JsonFormat("json"), log);

        // The frames of this one are objects, and what caused it is not among them
        boolean namesOnly = template.equals("JsonLayout");
        expect(read, null, namesOnly ? "java.lang.IllegalStateException" : "java.io.FileNotFoundException");
    }

    @Test
    void levelOfTheApplication_isRead() {
        JsonTemplateLayout layout = JsonTemplateLayout.newBuilder()
                .setConfiguration(new DefaultConfiguration())
                .setEventTemplateUri("classpath:EcsLayout.json")
                .build();

        // Log4j would know a level that is made here in all other tests, too
        String line = layout.toSerializable(log4j(Level.INFO, null)).replace("\"INFO\"", "\"AUDIT\"");
        List<Read> read = Read.all(new JsonFormat("json"), line);

        assertThat(line).contains("AUDIT");
        assertThat(read).extracting(Read::level).containsExactly("AUDIT");
    }

    private static void expect(List<Read> read, @Nullable String marker, String root) {
        assertThat(read).hasSize(2);
        assertThat(read).extracting(Read::level).containsExactly("INFO", "ERROR");
        assertThat(read).extracting(Read::logger).containsOnly(LOGGER);
        assertThat(read).extracting(Read::thread).containsOnly("worker 1");
        assertThat(read).extracting(Read::message).containsOnly(MESSAGE);
        assertThat(read).extracting(Read::tenant).containsOnly("acme");
        assertThat(read).extracting(Read::exception).containsExactly(null, "java.lang.IllegalStateException");
        assertThat(read).extracting(Read::rootCause).containsExactly(null, root);
        if (marker != null) {
            assertThat(read).extracting(Read::marker).containsOnly(marker);
        }
    }

    private List<Read> logback(EncoderBase<ILoggingEvent> encoder) {
        encoder.setContext(context);
        encoder.start();
        StringBuilder log = new StringBuilder();
        for (LoggingEvent event : List.of(
                logback(ch.qos.logback.classic.Level.INFO, null),
                logback(ch.qos.logback.classic.Level.ERROR, failure()))) {
            log.append(new String(encoder.encode(event), StandardCharsets.UTF_8));
        }
        return Read.all(new JsonFormat("json"), log.toString());
    }

    private LoggingEvent logback(ch.qos.logback.classic.Level level, @Nullable Throwable thrown) {
        LoggingEvent event =
                new LoggingEvent(getClass().getName(), context.getLogger(LOGGER), level, MESSAGE, thrown, null);
        event.setThreadName("worker 1");
        event.setMDCPropertyMap(Map.of("tenant", "acme"));
        event.addKeyValuePair(new KeyValuePair("order", 7));
        event.addMarker(MarkerFactory.getMarker("PAID"));
        return event;
    }

    private static LogEvent log4j(Level level, @Nullable Throwable thrown) {
        StringMap data = ContextDataFactory.createContextData();
        data.putValue("tenant", "acme");
        return Log4jLogEvent.newBuilder()
                .setLoggerName(LOGGER)
                .setLevel(level)
                .setMessage(new SimpleMessage(MESSAGE))
                .setThreadName("worker 1")
                .setMarker(MarkerManager.getMarker("PAID"))
                .setContextData(data)
                .setThrown(thrown)
                .build();
    }

    private static Exception failure() {
        return new IllegalStateException("cannot\nwrite", new FileNotFoundException("/tmp/x: not there"));
    }
}
