package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.ThreadMXBean;
import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.LevelScale;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.helpers.BasicMarkerFactory;

class LogbackEventReaderTest {
    private final LogbackEventReader reader = new LogbackEventReader();
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("com.acme.Shop");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();
    private final BasicMarkerFactory markers = new BasicMarkerFactory();

    @BeforeEach
    void start() {
        events.start();
        logger.addAppender(events);
        logger.setLevel(Level.TRACE);
        context.setMDCAdapter(new LogbackMDCAdapter());
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private ILoggingEvent event() {
        return events.list.get(events.list.size() - 1);
    }

    private List<Object> arguments() {
        HandedOver handedOver = new HandedOver();
        reader.arguments(event(), handedOver);
        assertThat(handedOver.arguments).hasSize(reader.argumentCount(event()));
        return handedOver.arguments;
    }

    private String message() {
        StringBuilder into = new StringBuilder();
        String message = reader.message(event(), into);
        assertThat(into).isEmpty();
        return message;
    }

    @Test
    void levels_areOrderedBySeverityWhateverTheirCase() {
        assertThat(reader.levelNames()).containsExactly("TRACE", "DEBUG", "INFO", "WARN", "ERROR");
        assertThat(reader.levelNames().stream().map(reader::severityOf))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(reader.severityOf("warn")).isEqualTo(reader.severityOf("WARN"));
        assertThat(List.of("WARNING", "OFF", "ALL", ""))
                .allSatisfy(name -> assertThat(reader.severityOf(name)).isEqualTo(LevelScale.UNKNOWN));
    }

    @Test
    void level_isTheFrameworksOwn() {
        logger.warn("a");
        ILoggingEvent first = event();
        logger.warn("b");

        assertThat(reader.levelName(event())).isEqualTo("WARN").isSameAs(reader.levelName(first));
        assertThat(reader.severity(event())).isEqualTo(reader.severityOf("WARN"));
    }

    @Test
    void loggerName_isThatOfTheLogger() {
        logger.info("a");

        assertThat(reader.loggerName(event())).isEqualTo("com.acme.Shop");
        assertThat(reader.loggerName(new LoggingEvent())).isEmpty();
    }

    @Test
    void template_isTheMessageAsWrittenAndArgumentsAreTheObjectsPassed() {
        Integer ms = 1234;
        logger.info("{} took {} ms {}", "GET", ms, null);

        assertThat(reader.template(event())).isEqualTo("{} took {} ms {}");
        assertThat(arguments()).containsExactly("GET", ms, null);
        assertThat(arguments().get(1)).isSameAs(ms);
        assertThat(message()).isEqualTo("GET took 1234 ms null");
    }

    @Test
    void noArguments_areNone() {
        logger.info("a {} b");

        assertThat(reader.argumentCount(event())).isZero();
        assertThat(arguments()).isEmpty();
        assertThat(message()).isEqualTo("a {} b");
    }

    @Test
    void trailingThrowable_isTheThrowableAndNoArgument() {
        IOException cause = new IOException("disk");
        logger.error("Order {} failed", 7, cause);

        assertThat(arguments()).containsExactly(7);
        assertThat(reader.throwable(event())).isSameAs(cause);
    }

    @Test
    void throwable_absent_isNull() {
        logger.info("a");

        assertThat(reader.throwable(event())).isNull();
    }

    @Test
    void nullMessage_hasNoTemplateAndReadsNull() {
        logger.info(null);

        assertThat(reader.template(event())).isNull();
        assertThat(message()).isEqualTo("null");
    }

    @Test
    void argumentText_isWhatLogbackWritesIntoTheMessage() {
        Object[] recursive = {1, null};
        recursive[1] = recursive;
        List<Object> arguments =
                List.of("a", 1.0f, new int[] {1, 2}, new Object[] {"x", new long[] {3}}, recursive, List.of(1), 'c');

        assertThat(arguments).allSatisfy(argument -> {
            logger.info("{}", new Object[] {argument});
            assertThat(reader.argumentText(argument)).isEqualTo(message());
        });
    }

    @Test
    void argumentText_ofAnArgumentThatThrows_throws() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> reader.argumentText(broken)).hasMessage("broken");
    }

    @Test
    @SuppressWarnings("deprecation") // The only way to give a marker references
    void marker_isFoundByItsNameOrItsReferences() {
        Marker parent = markers.getMarker("AUDIT");
        Marker child = markers.getMarker("LOGIN");
        child.add(parent);
        parent.add(child);
        logger.info(child, "a");

        assertThat(reader.markerName(event())).isEqualTo("LOGIN");
        assertThat(reader.hasMarker(event(), "LOGIN")).isTrue();
        assertThat(reader.hasMarker(event(), "AUDIT")).isTrue();
        assertThat(reader.hasMarker(event(), "OTHER")).isFalse();
    }

    @Test
    void markers_severalOnOneEvent_areAllFound() {
        logger.atInfo()
                .addMarker(markers.getMarker("A"))
                .addMarker(markers.getMarker("B"))
                .log("a");

        assertThat(reader.markerName(event())).isEqualTo("A");
        assertThat(reader.hasMarker(event(), "B")).isTrue();
    }

    @Test
    void marker_absent_isNone() {
        logger.info("a");

        assertThat(reader.markerName(event())).isNull();
        assertThat(reader.hasMarker(event(), "A")).isFalse();
    }

    @Test
    void threadName_isThatOfTheThreadThatLogs() {
        logger.info("a");

        assertThat(reader.threadName(event())).isEqualTo(Thread.currentThread().getName());
    }

    @Test
    void mdc_isReadByKey() {
        context.getMDCAdapter().put("tenant", "acme");
        logger.info("a");

        assertThat(reader.mdc(event(), "tenant")).isEqualTo("acme");
        assertThat(reader.mdc(event(), "region")).isNull();
    }

    @Test
    void field_isTheValueAsPassed() {
        Object order = new Object();
        logger.atInfo()
                .addKeyValue("order", order)
                .addKeyValue("order", 2)
                .addKeyValue("empty", (Object) null)
                .log("a");

        assertThat(reader.field(event(), "order")).isSameAs(order);
        assertThat(reader.field(event(), "empty")).isEqualTo("null");
        assertThat(reader.field(event(), "other")).isNull();
    }

    @Test
    void field_absent_isNull() {
        logger.info("a");

        assertThat(reader.field(event(), "order")).isNull();
    }

    @Test
    void reading_ofAnEventThatWasRead_allocatesNothing() {
        Marker child = markers.getMarker("LOGIN");
        logger.atInfo()
                .addMarker(child)
                .addArgument("x")
                .addArgument(7)
                .addKeyValue("order", 1)
                .log("a {} b {}");
        ILoggingEvent event = event();
        ArgumentConsumer into = new Ignoring();
        StringBuilder text = new StringBuilder();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int rounds = 5_000;
        readAll(event, into, text);

        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < rounds; i++) {
            readAll(event, into, text);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        // Asking for the bytes may allocate, but not once a round
        assertThat(allocated).isLessThan(8L * rounds);
    }

    private void readAll(ILoggingEvent event, ArgumentConsumer into, StringBuilder text) {
        reader.levelName(event);
        reader.severity(event);
        reader.loggerName(event);
        reader.template(event);
        reader.argumentCount(event);
        reader.arguments(event, into);
        reader.hasMarker(event, "LOGIN");
        reader.hasMarker(event, "OTHER");
        reader.markerName(event);
        reader.throwable(event);
        reader.threadName(event);
        reader.mdc(event, "tenant");
        reader.field(event, "order");
        reader.field(event, "other");
        reader.message(event, text);
    }
}
