package io.github.logtally.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.ContextBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogbackStatusReporterTest {
    private final ContextBase context = new ContextBase();
    private final ContextAwareBase origin = new ContextAwareBase();
    private final LogbackStatusReporter reporter = new LogbackStatusReporter(origin);

    @BeforeEach
    void setContext() {
        origin.setContext(context);
    }

    @Test
    void configurationProblem_isAWarning() {
        reporter.configurationProblem("Counter 'x', message: empty");

        Status status = statuses().get(0);
        assertThat(status.getLevel()).isEqualTo(Status.WARN);
        assertThat(status.getMessage()).isEqualTo("Counter 'x', message: empty");
        assertThat(status.getOrigin()).isSameAs(origin);
    }

    @Test
    void warning_hasItsCause() {
        Throwable cause = new StackOverflowError();

        reporter.warning("rule failed", cause);

        assertThat(statuses().get(0).getLevel()).isEqualTo(Status.WARN);
        assertThat(statuses().get(0).getThrowable()).isSameAs(cause);
    }

    @Test
    void throwingStatusListener_reachesNobodyAndTheNextReportSaysSo() {
        StatusListener throwing = status -> {
            throw new IllegalStateException("broken listener");
        };
        context.getStatusManager().add(throwing);
        reporter.warning("one", null);
        reporter.warning("two", null);
        context.getStatusManager().remove(throwing);

        reporter.warning("three", null);
        reporter.warning("four", null);

        assertThat(statuses())
                .extracting(Status::getMessage)
                .containsExactly("three (before it 2 that a status listener threw away)", "four");
    }

    private List<Status> statuses() {
        return context.getStatusManager().getCopyOfStatusList();
    }
}
