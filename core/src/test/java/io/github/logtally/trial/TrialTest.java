package io.github.logtally.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.LoggedThrowable;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.github.logtally.trial.Need.Kind;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final Element REQUESTS = Element.of("Counter")
            .with("name", "requests_total")
            .with("message", "{method} {path} took {ms} ms")
            .with("labels", "method");

    private final Watcher watcher = new Watcher();

    @Test
    void accept_countsAtOnce() {
        Trial<TestEvent> trial = trial(REQUESTS);

        trial.accept(TestEvent.of("GET / took 3 ms"));
        trial.accept(TestEvent.of("GET / took 4 ms"));

        assertThat(text(trial)).contains("requests_total{method=\"GET\"} 2.0").doesNotContain("logtally_");
    }

    @Test
    void accept_tellsWhatBecameOfTheEvent() {
        Trial<TestEvent> trial = trial(
                REQUESTS,
                REQUESTS.with("name", "time_total").with("value", "{ms}").with("maxSeries", "1"));

        trial.accept(TestEvent.of("GET / took 3 ms"));
        trial.accept(TestEvent.of("PUT / took soon ms"));
        trial.accept(TestEvent.of("PUT / took 4 ms"));
        trial.accept(TestEvent.of("something else"));

        assertThat(watcher.seen)
                .containsExactly(
                        "0 matched",
                        "0 counts 1.0 under GET",
                        "1 matched",
                        "1 counts 3.0 under GET",
                        "0 matched",
                        "0 counts 1.0 under PUT",
                        "1 matched",
                        "1 failed not_a_number",
                        "0 matched",
                        "0 counts 1.0 under PUT",
                        "1 matched",
                        "1 counts 4.0 under PUT",
                        "1 passed the bound of method");
        assertThat(trial.series())
                .containsExactly(
                        new Trial.SeriesCount("requests_total", 2, 1000), new Trial.SeriesCount("time_total", 2, 1));
    }

    @Test
    void problems_areThoseOfTheAppender() {
        Trial<TestEvent> trial = trial(
                REQUESTS.with("labels", "verb"), REQUESTS, Element.of("Counter").with("name", "logtally_series"));

        assertThat(trial.problems()).hasSize(2);
        assertThat(trial.rules()).extracting(TrialRule::metric).containsExactly("requests_total");
    }

    @Test
    void rules_sayWhatTheyRead() {
        Trial<TestEvent> trial = trial(Element.of("Counter")
                .with("name", "a_total")
                .with("minLevel", "WARN")
                .with("logger", "com.acme")
                .with("exception", "java.lang.Exception")
                .with("regex", "(?<word>[a-z]+)")
                .with("labels", "word, thread, t={mdc:tenant}, first={arg:0}"));

        TrialRule rule = trial.rules().get(0);

        assertThat(rule.captures()).containsExactly("word");
        assertThat(rule.labels()).containsExactly("word", "thread", "t", "first");
        assertThat(rule.needs())
                .containsExactlyInAnyOrder(
                        new Need(Kind.LEVEL, ""),
                        new Need(Kind.LOGGER_CONDITION, "com.acme"),
                        new Need(Kind.EXCEPTION, ""),
                        new Need(Kind.EXCEPTION_CLASS, "java.lang.Exception"),
                        new Need(Kind.THREAD, ""),
                        new Need(Kind.MDC, "tenant"),
                        new Need(Kind.ARGUMENT, "0"));
    }

    @Test
    void loggedThrowable_isWhatItsNamesSay() {
        Element base = Element.of("Counter").with("labels", "exception, cause={rootCause:full}");
        Trial<TestEvent> trial = trial(
                base.with("name", "any_total").with("exception", "*"),
                base.with("name", "own_total").with("exception", "com.acme.Shop$Closed"),
                base.with("name", "known_total").with("exception", "java.lang.Exception"),
                base.with("name", "unknown_total").with("exception", "com.acme.Failure"),
                base.with("name", "root_total").with("rootCause", "java.io.IOException"));
        LoggedThrowable cause = new LoggedThrowable("java.io.IOException", List.of(), null);

        trial.accept(TestEvent.of("x")
                .throwable(new LoggedThrowable("com.acme.Shop$Closed", List.of("java.lang.Exception"), cause)));

        String labels = "{cause=\"java.io.IOException\",exception=\"Closed\"} 1.0";
        assertThat(text(trial))
                .contains("any_total" + labels, "own_total" + labels, "known_total" + labels, "root_total" + labels)
                .doesNotContain("unknown_total{");
    }

    private Trial<TestEvent> trial(Element... rules) {
        Element settings = Element.of("Logtally");
        for (Element rule : rules) {
            settings = settings.child(rule);
        }
        return new Trial<>(settings, new TestEventReader(), watcher);
    }

    private static String text(Trial<?> trial) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, trial.metrics());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class Watcher implements TrialListener {
        final List<String> seen = new ArrayList<>();

        @Override
        public void matched(int rule) {
            seen.add(rule + " matched");
        }

        @Override
        public void counting(int rule, TrialLabels labels, double value) {
            seen.add(rule + " counts " + value + " under " + labels.value(labels.count() - 1));
        }

        @Override
        public void failed(int rule, String reason) {
            seen.add(rule + " failed " + reason);
        }

        @Override
        public void overflowed(int rule, String label) {
            seen.add(rule + " passed the bound of " + label);
        }

        @Override
        public void warning(String message) {
            assertThat(message).contains("skipped an event");
        }
    }
}
