package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.logtally.spi.ArgumentConsumer;
import io.github.logtally.spi.LevelScale;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.Marker;
import org.apache.logging.log4j.MarkerManager;
import org.apache.logging.log4j.ThreadContext;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.FormattedMessage;
import org.apache.logging.log4j.message.LocalizedMessage;
import org.apache.logging.log4j.message.MapMessage;
import org.apache.logging.log4j.message.Message;
import org.apache.logging.log4j.message.MessageFormatMessage;
import org.apache.logging.log4j.message.ObjectMessage;
import org.apache.logging.log4j.message.ParameterizedMessage;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.message.StringFormattedMessage;
import org.apache.logging.log4j.message.StringMapMessage;
import org.apache.logging.log4j.message.StructuredDataMessage;
import org.apache.logging.log4j.message.ThreadDumpMessage;
import org.apache.logging.log4j.util.StringBuilderFormattable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class Log4jEventReaderTest {
    private static final Log4jEventReader READER = new Log4jEventReader();

    /** What the message of an event is made of. */
    private record Parts(@Nullable String template, int count, List<@Nullable Object> arguments, String message) {}

    @ParameterizedTest
    @EnumSource
    void parts_ofTemplate(LoggingMode mode) {
        assertThat(parts(mode, log -> log.info("a {} b {}", 1, "x")))
                .isEqualTo(new Parts("a {} b {}", 2, List.of(1, "x"), "a 1 b x"));
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofTemplateWithArgumentsInArray(LoggingMode mode) {
        Object[] arguments = {1, 2L, "3", null, 5.5, 6, 7, 8, 9, 10, 11, new BigDecimal("12.0")};

        Parts parts = parts(mode, log -> log.info("{} {} {} {} {} {} {} {} {} {} {} {}", arguments));

        assertThat(parts)
                .isEqualTo(new Parts(
                        "{} {} {} {} {} {} {} {} {} {} {} {}",
                        12,
                        Arrays.asList(arguments),
                        "1 2 3 null 5.5 6 7 8 9 10 11 12.0"));
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofTemplateWithThrowable(LoggingMode mode) {
        IllegalStateException thrown = new IllegalStateException("x");

        assertThat(parts(mode, log -> log.info("a {}", 1, thrown)))
                .isEqualTo(new Parts("a {}", 2, List.of(1, thrown), "a 1"));
        assertThat(value(mode, log -> log.info("a {}", 1, thrown), READER::throwable))
                .isSameAs(thrown);
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofText(LoggingMode mode) {
        assertThat(parts(mode, log -> log.info("a {} b"))).isEqualTo(new Parts("a {} b", 0, List.of(), "a {} b"));
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofCharSequence(LoggingMode mode) {
        Parts parts = parts(mode, log -> log.info((CharSequence) new StringBuilder("a {}")));

        assertThat(parts.count()).isZero();
        assertThat(parts.message()).isEqualTo("a {}");
        assertThat(parts.template()).isIn(null, "a {}");
    }

    /** Log4j gives a String as template and as argument where a String was logged as an object. */
    @ParameterizedTest
    @EnumSource
    void parts_ofStringLoggedAsObject_areThatText(LoggingMode mode) {
        Consumer<Logger> statement = log -> log.info((Object) "a {} b");

        assertThat(values(mode, statement, event -> handedOver(event).arguments))
                .isEmpty();
        assertThat(value(mode, statement, Log4jEventReaderTest::message)).isEqualTo("a {} b");
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofObject(LoggingMode mode) {
        assertThat(parts(mode, log -> log.info(new BigDecimal("1.50"))))
                .isEqualTo(new Parts(null, 0, List.of(), "1.50"));
    }

    static Stream<Arguments> otherMessages() {
        return Stream.of(
                Arguments.of(new StringFormattedMessage("%s {} %d", "a", 1), "a {} 1", List.of("a", 1)),
                Arguments.of(new MessageFormatMessage("{0} a", "b"), "b a", List.of("b")),
                Arguments.of(new LocalizedMessage("a {}", "b"), "a b", List.of("b")),
                Arguments.of(new FormattedMessage(Locale.ROOT, "%s a", "b"), "b a", List.of("b")),
                Arguments.of(new FormattedMessage("{} a", "b"), "b a", List.of("b")),
                Arguments.of(new ObjectMessage(List.of("a")), "[a]", List.of()),
                Arguments.of(new StringMapMessage(Map.of("k", "v")), "k=\"v\"", List.of()),
                Arguments.of(new StructuredDataMessage("i", "a {}", "t"), "t [i ] a {}", List.of()));
    }

    @ParameterizedTest
    @MethodSource("otherMessages")
    void parts_ofOtherMessages_haveNoTemplate(Message message, String text, List<Object> arguments) {
        for (LoggingMode mode : LoggingMode.values()) {
            assertThat(parts(mode, log -> log.info(message)))
                    .as(mode.name())
                    .isEqualTo(new Parts(null, arguments.size(), arguments, text));
        }
    }

    @ParameterizedTest
    @EnumSource
    void parts_ofMessagesMadeByTheApplication(LoggingMode mode) {
        assertThat(parts(mode, log -> log.info(new ParameterizedMessage("a {}", 1))))
                .isEqualTo(new Parts("a {}", 1, List.of(1), "a 1"));
        assertThat(parts(mode, log -> log.info(new ParameterizedMessage("a", (Object[]) null))))
                .isEqualTo(new Parts("a", 0, List.of(), "a"));
        assertThat(parts(mode, log -> log.info((Message) new SimpleMessage("a {}"))))
                .isEqualTo(new Parts("a {}", 0, List.of(), "a {}"));
    }

    @Test
    void parts_ofThreadDump() {
        Parts parts = parts(LoggingMode.SYNC, log -> log.info(new ThreadDumpMessage("a {}")));

        assertThat(parts.template()).isNull();
        assertThat(parts.count()).isZero();
        assertThat(parts.message()).startsWith("a {}");
    }

    @Test
    void parts_withoutMessage() {
        assertThat(parts(Log4jLogEvent.newBuilder().build())).isEqualTo(new Parts(null, 0, List.of(), "null"));
    }

    @ParameterizedTest
    @EnumSource
    void message_afterText_isAppended(LoggingMode mode) {
        String text = mode.read(log -> log.info("a {}", 1), event -> {
            StringBuilder into = new StringBuilder("<");
            String message = READER.message(event, into);
            return message == null ? into.toString() : "<" + message;
        });

        assertThat(text).isEqualTo("<a 1");
    }

    @Test
    void argumentText_isAsInTheMessage() {
        StringBuilderFormattable formattable = buffer -> buffer.append("formatted");
        Object[] arguments = {
            new int[] {1, 2}, List.of(1, Map.of("a", new Object[] {null, "b"})), new Date(0), formattable, Level.WARN
        };

        for (Object argument : arguments) {
            assertThat(READER.argumentText(argument))
                    .isEqualTo(new ParameterizedMessage("{}", new Object[] {argument}).getFormattedMessage());
        }
    }

    @Test
    void argumentText_ofAnArgumentThatThrows_throws() {
        Object failing = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> READER.argumentText(failing)).hasMessage("broken");
    }

    @ParameterizedTest
    @EnumSource
    void source_ofEvent(LoggingMode mode) {
        String thread = Thread.currentThread().getName();

        assertThat(values(
                        mode,
                        log -> log.warn("a"),
                        event -> List.of(
                                READER.levelName(event),
                                READER.severity(event),
                                READER.loggerName(event),
                                READER.threadName(event))))
                .containsExactly("WARN", READER.severityOf("warn"), "com.acme.Shop", thread);
    }

    @ParameterizedTest
    @EnumSource
    void marker_ofEvent(LoggingMode mode) {
        Marker marker = MarkerManager.getMarker("reader.child")
                .setParents(
                        MarkerManager.getMarker("reader.mother").setParents(MarkerManager.getMarker("reader.root")),
                        MarkerManager.getMarker("reader.father"));

        assertThat(values(
                        mode,
                        log -> log.info(marker, "a"),
                        event -> List.of(
                                READER.markerName(event),
                                READER.hasMarker(event, "reader.child"),
                                READER.hasMarker(event, "reader.root"),
                                READER.hasMarker(event, "reader.father"),
                                READER.hasMarker(event, "reader.nobody"))))
                .containsExactly("reader.child", true, true, true, false);
        assertThat(MarkerManager.exists("reader.nobody")).isFalse();
    }

    @Test
    void event_withNothing() {
        LogEvent event = Log4jLogEvent.newBuilder().build();

        assertThat(READER.markerName(event)).isNull();
        assertThat(READER.hasMarker(event, "a")).isFalse();
        assertThat(READER.throwable(event)).isNull();
        assertThat(READER.loggerName(event)).isEmpty();
        assertThat(READER.mdc(event, "a")).isNull();
        assertThat(READER.field(event, "a")).isNull();
        assertThat(READER.levelName(event)).isEqualTo("OFF");
    }

    @ParameterizedTest
    @EnumSource
    void mdcAndField_ofThreadContext(LoggingMode mode) {
        ThreadContext.put("tenant", "acme");
        try {
            assertThat(values(
                            mode,
                            log -> log.info("a"),
                            event -> Arrays.asList(
                                    READER.mdc(event, "tenant"),
                                    READER.field(event, "tenant"),
                                    READER.mdc(event, "none"),
                                    READER.field(event, "none"))))
                    .containsExactly("acme", "acme", null, null);
        } finally {
            ThreadContext.clearMap();
        }
    }

    @ParameterizedTest
    @EnumSource
    void field_ofMapMessage_goesBeforeThreadContext(LoggingMode mode) {
        ThreadContext.put("order", "context");
        ThreadContext.put("tenant", "acme");
        try {
            assertThat(values(
                            mode,
                            log -> log.info(
                                    new StringMapMessage().with("order", "7").with("ms", 12L)),
                            event -> Arrays.asList(
                                    READER.field(event, "order"),
                                    READER.field(event, "ms"),
                                    READER.field(event, "tenant"),
                                    READER.mdc(event, "order"))))
                    .containsExactly("7", 12L, "acme", "context");
        } finally {
            ThreadContext.clearMap();
        }
    }

    @ParameterizedTest
    @EnumSource
    void field_ofTypedMapMessage(LoggingMode mode) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("ms", 12L);
        fields.put("none", null);

        assertThat(values(
                        mode,
                        log -> log.info(new FieldMessage(fields)),
                        event -> Arrays.asList(READER.field(event, "ms"), READER.field(event, "none"))))
                .containsExactly(12L, "null");
    }

    @ParameterizedTest
    @EnumSource
    void field_ofStructuredData(LoggingMode mode) {
        StructuredDataMessage message = new StructuredDataMessage("id", "a", "type");
        message.put("order", "7");

        assertThat(value(mode, log -> log.info(message), event -> READER.field(event, "order")))
                .isEqualTo("7");
    }

    @ParameterizedTest
    @EnumSource
    void reading_allocatesNothing(LoggingMode mode) {
        int rounds = 5_000;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        ArgumentConsumer into = new Ignoring();
        StringBuilder text = new StringBuilder(100);

        Object allocated = value(mode, log -> log.info("a {} b {}", "x", "y"), event -> {
            readAll(event, into, text);
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < rounds; i++) {
                readAll(event, into, text);
            }
            return threads.getCurrentThreadAllocatedBytes() - before;
        });

        // Asking for the bytes may allocate, but not once a round
        assertThat((Long) allocated).isLessThan(8L * rounds);
    }

    private static void readAll(LogEvent event, ArgumentConsumer into, StringBuilder text) {
        READER.levelName(event);
        READER.severity(event);
        READER.loggerName(event);
        READER.threadName(event);
        READER.template(event);
        READER.argumentCount(event);
        READER.arguments(event, into);
        READER.hasMarker(event, "none");
        READER.markerName(event);
        READER.throwable(event);
        READER.mdc(event, "none");
        READER.field(event, "none");
        text.setLength(0);
        READER.message(event, text);
    }

    @Test
    void severity_growsFromTraceToFatal() {
        assertThat(Stream.of("ALL", "trace", "DEBUG", "Info", "WARN", "ERROR", "FATAL", "OFF")
                        .map(READER::severityOf))
                .isSorted()
                .doesNotHaveDuplicates()
                .doesNotContain(LevelScale.UNKNOWN);
    }

    @Test
    void severityOf_customLevel() {
        Level.forName("READER_NOTICE", 350);

        assertThat(READER.severityOf("reader_notice"))
                .isBetween(READER.severityOf("INFO") + 1, READER.severityOf("WARN") - 1);
        assertThat(READER.levelNames()).contains("READER_NOTICE", "ERROR");
        assertThat(READER.levelNames()).startsWith("OFF", "FATAL");
    }

    @Test
    void severityOf_whatIsNoLevel() {
        assertThat(READER.severityOf("WARNING")).isEqualTo(LevelScale.UNKNOWN);
        assertThat(READER.severityOf(" ")).isEqualTo(LevelScale.UNKNOWN);
    }

    private static @Nullable Object value(
            LoggingMode mode, Consumer<Logger> statement, Function<LogEvent, @Nullable Object> reading) {
        return mode.read(statement, reading);
    }

    private static List<@Nullable Object> values(
            LoggingMode mode, Consumer<Logger> statement, Function<LogEvent, List<@Nullable Object>> reading) {
        return mode.read(statement, reading);
    }

    private static Parts parts(LoggingMode mode, Consumer<Logger> statement) {
        return mode.read(statement, Log4jEventReaderTest::parts);
    }

    private static Parts parts(LogEvent event) {
        List<@Nullable Object> arguments = handedOver(event).arguments;
        assertThat(arguments).hasSize(READER.argumentCount(event));
        return new Parts(READER.template(event), arguments.size(), arguments, message(event));
    }

    private static HandedOver handedOver(LogEvent event) {
        HandedOver handedOver = new HandedOver();
        READER.arguments(event, handedOver);
        return handedOver;
    }

    private static String message(LogEvent event) {
        StringBuilder text = new StringBuilder();
        String message = READER.message(event, text);
        return message == null ? text.toString() : message;
    }

    private static final class FieldMessage extends MapMessage<FieldMessage, Object> {
        private static final long serialVersionUID = 1L;

        FieldMessage(Map<String, Object> fields) {
            super(fields);
        }
    }
}
