package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.status.Status;
import io.github.logtally.spi.Element;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The appender as a program makes it, and its life. */
class LogtallyAppenderTest {
    private final LoggerContext context = new LoggerContext();
    private final Logger logger = context.getLogger("com.acme.Shop");
    private final LogtallyAppender appender = new LogtallyAppender();

    @AfterEach
    void stop() {
        appender.stop();
        context.stop();
    }

    private void attach() {
        appender.setName("metrics");
        appender.setContext(context);
        logger.addAppender(appender);
    }

    private List<Status> statuses(int level) {
        return context.getStatusManager().getCopyOfStatusList().stream()
                .filter(status -> status.getLevel() == level)
                .toList();
    }

    private ILoggingEvent event() {
        return new LoggingEvent("fqcn", logger, Level.INFO, "a", null, null);
    }

    @Test
    void program_addsRulesInItsOrderAndMayFillThemLater() {
        Counter counter = new Counter();
        Gauge gauge = new Gauge();
        Label label = new Label();
        appender.addGauge(gauge);
        appender.addCounter(counter);
        counter.addLabel(label);
        counter.setName("old_total");
        counter.setName("new_total");
        gauge.setName("active");
        label.setName("status");
        appender.setCapacity("16");
        appender.setCapacity("32");

        assertThat(appender.settings())
                .isEqualTo(Element.of("Logtally")
                        .with("capacity", "32")
                        .child(Element.of("Gauge").with("name", "active"))
                        .child(Element.of("Counter")
                                .with("name", "new_total")
                                .child(Element.of("Label").with("name", "status"))));
    }

    @Test
    void start_withoutContextAndName_works() {
        appender.start();

        assertThat(appender.isStarted()).isTrue();
    }

    @Test
    void startAndStop_twice_areLikeOnce() {
        attach();
        appender.start();
        appender.start();
        assertThat(appender.isStarted()).isTrue();

        appender.stop();
        appender.stop();
        assertThat(appender.isStarted()).isFalse();

        appender.start();
        assertThat(appender.isStarted()).isTrue();
        assertThat(statuses(Status.ERROR)).isEmpty();
    }

    @Test
    void statusListener_isGoneOnceStarted() {
        attach();
        assertThat(context.getStatusManager().getCopyOfStatusListenerList()).hasSize(1);

        appender.start();

        assertThat(context.getStatusManager().getCopyOfStatusListenerList()).isEmpty();
    }

    @Test
    void doAppend_whenNotStarted_warnsAsEveryAppenderDoes() {
        attach();

        appender.doAppend(event());

        assertThat(statuses(Status.WARN))
                .extracting(Status::getMessage)
                .containsExactly("Attempted to append to non started appender [metrics].");
    }

    @Test
    void doAppend_afterStop_warnsAsEveryAppenderDoes() {
        attach();
        appender.start();
        appender.stop();

        appender.doAppend(event());

        assertThat(statuses(Status.WARN))
                .extracting(Status::getMessage)
                .containsExactly("Attempted to append to non started appender [metrics].");
    }

    @Test
    void filterThatThrows_isReportedAFewTimesAndReachesNobody() {
        attach();
        appender.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                throw new IllegalStateException("broken filter");
            }
        });
        appender.start();

        for (int i = 0; i < 100; i++) {
            assertThatCode(() -> logger.info("a")).doesNotThrowAnyException();
        }

        assertThat(statuses(Status.ERROR)).hasSize(3).allSatisfy(status -> assertThat(status.getThrowable())
                .hasMessage("broken filter"));
    }

    @Test
    void errorOfAFilter_goesWhereEveryAppenderLetsItGo() {
        attach();
        appender.addFilter(new Filter<>() {
            @Override
            public FilterReply decide(ILoggingEvent event) {
                throw new AssertionError("the filter's own");
            }
        });
        appender.start();

        assertThatThrownBy(() -> logger.info("a")).hasMessage("the filter's own");
    }
}
