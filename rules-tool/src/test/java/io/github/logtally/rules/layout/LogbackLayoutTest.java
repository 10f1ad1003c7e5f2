package io.github.logtally.rules.layout;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MarkerFactory;
import org.slf4j.event.KeyValuePair;

/** Logback's own layouts write; what is read must be what was logged. */
class LogbackLayoutTest {
    private static final String LOGGER = "com.acme.shop.OrderService";
    private final LoggerContext context = new LoggerContext();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%d %-5level [%t] %logger - %msg%n",
                "%d{HH:mm:ss.SSS} [%thread] %-5level %logger{0} -%kvp- %msg%n",
                "%date{ISO8601} [%thread] %-5level %logger %X{tenant} %kvp - %msg%n",
                "%date{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} %5p %-40.40logger{39} : %m%n%ex",
                "%d{dd MMM yyyy HH:mm:ss.SSS} | %-20thread | %-5p | %c | %mdc{tenant:-none} | %m%n%rEx",
                "%highlight(%-5level) %cyan(%logger) [%magenta(%X)] %msg \\(%thread\\) %marker%n%xEx",
                "%r %-30(%d{HH:mm:ss} [%thread]) %-5level %replace(%logger){'\\.', '/'} - %msg%nopex%n",
                "[%level] %msg%n",
                "%relative;%thread;%level;%logger;%line;%msg;%X{tenant}%n%throwable"
            })
    void lines_areReadAsTheyWereLogged(String pattern) throws Exception {
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        List<LoggingEvent> events = List.of(
                event(Level.INFO, "Request GET /orders took 12 ms", null),
                event(Level.WARN, "two\nlines, of which one is like [this] - that", null),
                event(Level.ERROR, "Order 7 failed: ünïcode", failure()),
                event(Level.DEBUG, "", null),
                event(Level.TRACE, "ends: (as) a - layout ] does : it %", null));

        StringBuilder log = new StringBuilder();
        events.forEach(event -> log.append(layout.doLayout(event)));
        List<Read> read = Read.all(PatternFormat.of(pattern), log.toString());

        boolean traces = !pattern.contains("nopex");
        assertThat(read).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            LoggingEvent event = events.get(i);
            Read line = read.get(i);
            boolean threw = event.getThrowableProxy() != null && traces;
            assertThat(line.level()).isEqualTo(event.getLevel().toString());
            assertThat(line.message()).isEqualTo(event.getFormattedMessage());
            assertThat(line.exception()).isEqualTo(threw ? "java.lang.IllegalStateException" : null);
            assertThat(line.rootCause()).isEqualTo(threw ? "java.io.FileNotFoundException" : null);
            if (pattern.contains("logger ") || pattern.contains("%c ")) {
                assertThat(line.logger()).isEqualTo(LOGGER);
            }
            if (pattern.contains("thread")) {
                assertThat(line.thread()).isEqualTo("worker 1");
            }
            if (pattern.contains("X") && pattern.contains("tenant")) {
                assertThat(line.tenant()).isEqualTo("acme");
            }
            if (pattern.contains("kvp")) {
                assertThat(line.order()).isEqualTo("a 7");
            }
            if (pattern.contains("marker")) {
                assertThat(line.marker()).isEqualTo("PAID");
            }
        }
    }

    private LoggingEvent event(Level level, String message, @Nullable Throwable thrown) {
        Logger logger = context.getLogger(LOGGER);
        LoggingEvent event = new LoggingEvent(getClass().getName(), logger, level, message, thrown, null);
        event.setThreadName("worker 1");
        event.setMDCPropertyMap(Map.of("tenant", "acme"));
        event.addKeyValuePair(new KeyValuePair("order", "a 7"));
        event.addMarker(MarkerFactory.getMarker("PAID"));
        return event;
    }

    private static Exception failure() {
        FileNotFoundException root = new FileNotFoundException("/tmp/x: not there\nwith a second line");
        return new IllegalStateException("cannot\nwrite", new UncheckedIOException(root));
    }
}
