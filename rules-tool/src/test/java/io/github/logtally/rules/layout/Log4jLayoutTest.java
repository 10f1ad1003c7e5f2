package io.github.logtally.rules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.impl.ContextDataFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.StringMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log4j's own layouts write; what is read must be what was logged. */
class Log4jLayoutTest {
    private static final String LOGGER = "com.acme.shop.OrderService";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%d %-5level [%t] %logger - %msg%n",
                "%d{HH:mm:ss.SSS} [%t] %-5level %logger{36} - %msg%n",
                "%d{ISO8601_OFFSET_DATE_TIME_HHCMM} %5p --- [%15.15t] %-40.40c{1.} : %m%n%xEx",
                "%d{DEFAULT_NANOS}{UTC} %p %c [%X] %m%n",
                "%d{UNIX_MILLIS} %highlight{%-5p}{ERROR=red} %style{%t}{cyan} %c: %m%n%ex",
                "[%-10t] (%c) %level{WARN=W, ERROR=E, DEBUG=D, TRACE=T, INFO=I} %X{tenant} - %m%n%rEx",
                "%d{ABSOLUTE}|%t|%p|%c|%notEmpty{(%X{nobody}) }%marker|%m|%X{tenant}%n",
                "%sn %tid %tp %p %c{1} - %m{nolookups} %ex%n",
                "%r [%t] %p %c %X{tenant,other} %equals{%markerSimpleName}{}{-} - %m%n%xEx{filters(org.junit)}",
                "%p %m%n"
            })
    void lines_areReadAsTheyWereLogged(String pattern) throws Exception {
        PatternLayout layout = PatternLayout.newBuilder().setPattern(pattern).build();
        List<LogEvent> events = List.of(
                event(Level.INFO, "Request GET /orders took 12 ms", null),
                event(Level.WARN, "two\nlines, of which one is like [this] - that", null),
                event(Level.ERROR, "Order 7 failed: ünïcode", failure()),
                event(Level.DEBUG, "", null),
                event(Level.TRACE, "ends: (as) a - layout ] does : it %", null));

        StringBuilder log = new StringBuilder();
        events.forEach(event -> log.append(layout.toSerializable(event)));
        List<Read> read = Read.all(PatternFormat.of(pattern), log.toString());

        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            LogEvent event = events.get(i);
            Read line = read.get(i);
            assertThat(line.level()).isEqualTo(event.getLevel().name());
            assertThat(line.message()).isEqualTo(event.getMessage().getFormattedMessage());
            boolean threw = event.getThrown() != null;
            assertThat(line.exception()).isEqualTo(threw ? "java.lang.IllegalStateException" : null);
            assertThat(line.rootCause()).isEqualTo(threw ? "java.io.FileNotFoundException" : null);
            if (pattern.contains("logger ") || pattern.contains("%c ") || pattern.contains("%c:")) {
                assertThat(line.logger()).isEqualTo(LOGGER);
            }
            if (pattern.contains("%t]")) {
                assertThat(line.thread()).isEqualTo("worker 1");
            }
            if (pattern.contains("tenant") || pattern.contains("%X]")) {
                assertThat(line.tenant()).isEqualTo("acme");
            }
            if (pattern.contains("marker")) {
                assertThat(line.marker()).isEqualTo("PAID");
            }
        }
    }

    private static LogEvent event(Level level, String message, @Nullable Throwable thrown) {
        StringMap context = ContextDataFactory.createContextData();
        context.putValue("tenant", "acme");
        return Log4jLogEvent.newBuilder()
                .setLoggerName(LOGGER)
                .setLevel(level)
                .setMessage(new SimpleMessage(message))
                .setThreadName("worker 1")
                .setMarker(MarkerManager.getMarker("PAID"))
                .setContextData(context)
                .setThrown(thrown)
                .build();
    }

    private static Exception failure() {
        FileNotFoundException root = new FileNotFoundException("/tmp/x: not there\nwith a second line");
        return new IllegalStateException("cannot\nwrite", new UncheckedIOException(root));
    }
}
