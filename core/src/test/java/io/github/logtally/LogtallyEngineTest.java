package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.testing.Scrape;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

class LogtallyEngineTest {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final RegistryBinding binding = Logtally.bindTo(registry);
    private final List<String> said = new ArrayList<>();
    private final String appender;
    private @Nullable LogtallyEngine<TestEvent> engine;

    LogtallyEngineTest(TestInfo test) {
        appender = test.getDisplayName();
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
        binding.close();
    }

    @Test
    void counter_fromTemplateAndFromText_countsTheSame() {
        start(Element.of("Counter")
                .with("name", "requests_total")
                .with("message", "Request {method} {path} took {ms} ms")
                .with("labels", "method, path"));

        engine.accept(TestEvent.of("Request {} {} took {} ms", "GET", "/a", 5));
        engine.accept(TestEvent.of("Request GET /a took 5 ms"));
        engine.accept(TestEvent.of("Request {} /a took {} ms", "GET", 5));
        engine.accept(TestEvent.of("Request {} /a took {} s", "GET", 5));

        assertThat(scrape().value("requests_total{method=\"GET\",path=\"/a\"}")).isEqualTo(3);
        assertThat(scrape().value("logtally_events_accepted_total{appender=\"" + appender + "\"}"))
                .isEqualTo(3);
    }

    @Test
    void histogram_readsTypedNumbersDurationsAndText() {
        start(Element.of("Histogram")
                .with("name", "took_seconds")
                .with("message", "took {ms}")
                .with("value", "{ms}")
                .with("valueUnit", "ms")
                .with("buckets", "0.1, 1"));

        engine.accept(TestEvent.of("took {}", 9));
        engine.accept(TestEvent.of("took {}", Duration.ofMillis(50)));
        engine.accept(TestEvent.of("took 1.5s"));
        engine.accept(TestEvent.of("took {}", "PT2S"));

        assertThat(scrape().value("took_seconds_sum")).isEqualTo(3.559);
        assertThat(scrape().value("took_seconds_bucket{le=\"0.1\"}")).isEqualTo(2);
        assertThat(scrape().value("took_seconds_count")).isEqualTo(4);
    }

    @Test
    void labels_areCapturedWhenTheEventIsLogged() {
        start(Element.of("Counter")
                .with("name", "things_total")
                .with("message", "thing {what}")
                .with("labels", "what"));
        StringBuilder changing = new StringBuilder("before");

        engine.accept(TestEvent.of("thing {}", changing));
        changing.setLength(0);
        changing.append("after");

        assertThat(scrape().value("things_total{what=\"before\"}")).isEqualTo(1);
    }

    @Test
    void suspended_ignoresEventsAndCountsGoOnWhenResumed() {
        start(Element.of("Counter").with("name", "restarts_total").with("message", "thing {what}"));
        engine.accept(TestEvent.of("thing {}", 1));

        engine.suspend();
        engine.accept(TestEvent.of("thing {}", 2));
        assertThat(scrape().value("restarts_total")).isEqualTo(1);
        engine.resume();
        engine.resume();
        engine.accept(TestEvent.of("thing {}", 3));

        assertThat(scrape().value("restarts_total")).isEqualTo(2);
        assertThat(scrape().value("logtally_events_accepted_total{appender=\"" + appender + "\"}"))
                .isEqualTo(2);
    }

    @Test
    void closedWhileSuspended_isNotResumed() {
        start(Element.of("Counter").with("name", "ends_total").with("message", "thing {what}"));
        engine.accept(TestEvent.of("thing {}", 1));

        engine.suspend();
        engine.close();
        engine.resume();
        engine.accept(TestEvent.of("thing {}", 2));

        assertThat(scrape().value("ends_total")).isEqualTo(1);
    }

    @Test
    void argument_isMadeTextOnce() {
        start(
                Element.of("Counter")
                        .with("name", "a_total")
                        .with("message", "got {x}")
                        .with("labels", "x"),
                Element.of("Counter")
                        .with("name", "b_total")
                        .with("contains", "got 7")
                        .with("labels", "m={message}"));
        AtomicInteger calls = new AtomicInteger();
        Object counting = new Object() {
            @Override
            public String toString() {
                calls.incrementAndGet();
                return "7";
            }
        };

        engine.accept(TestEvent.of("got {}", counting));

        assertThat(scrape().value("a_total{x=\"7\"}")).isEqualTo(1);
        assertThat(scrape().value("b_total{m=\"got 7\"}")).isEqualTo(1);
        assertThat(calls).hasValue(1);
    }

    @Test
    void argumentThatThrows_isNotCountedByTheDefault() {
        start(Element.of("Counter").with("name", "sum_total").with("value", "{arg:0:-1}"));

        engine.accept(TestEvent.of("got {}", throwing()));
        engine.accept(TestEvent.of("got nothing"));

        assertThat(scrape().value("sum_total")).isEqualTo(1);
        assertThat(failures("sum_total", "to_string")).isEqualTo(1);
    }

    @Test
    void argumentThatIsCut_isACutMessage_whoeverPutsItTogether() {
        startWith(
                Element.of("Logtally").with("maxMessageLength", "10"),
                Element.of("Counter")
                        .with("name", "cut_total")
                        .with("regex", "a")
                        .with("labels", "x={arg:0}"));

        engine.accept(TestEvent.of("{}", "a".repeat(11)));
        engine.accept(TestEvent.of("{}", new StringBuilder("a".repeat(11))));
        engine.accept(TestEvent.of("{}", new StringBuilder("a".repeat(10))));

        assertThat(scrape().value("cut_total{x=\"aaaaaaaaaa\"}")).isEqualTo(3);
        assertThat(scrape().value("logtally_events_truncated_total{appender=\"" + appender + "\"}"))
                .isEqualTo(2);
    }

    private static Object throwing() {
        return new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
    }

    @Test
    void argumentThatThrows_failsItsRuleOnly() {
        start(
                Element.of("Counter")
                        .with("name", "bad_total")
                        .with("message", "got {x}")
                        .with("labels", "x"),
                Element.of("Counter").with("name", "good_total").with("message", "got {x}"));
        Object throwing = new Object() {
            @Override
            public String toString() {
                throw new StackOverflowError("no text");
            }
        };

        engine.accept(TestEvent.of("got {}", throwing));

        assertThat(scrape().value("good_total")).isEqualTo(1);
        assertThat(scrape().value("logtally_rule_failures_total{appender=\"" + appender
                        + "\",metric=\"bad_total\",reason=\"to_string\"}"))
                .isEqualTo(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void message_longerThanKept_isCutAndCounted() {
        startWith(
                Element.of("Logtally").with("maxMessageLength", "10"),
                Element.of("Counter")
                        .with("name", "cut_total")
                        .with("message", "0123{rest}")
                        .with("labels", "rest"));

        engine.accept(TestEvent.of("0123456789abc"));

        assertThat(scrape().value("cut_total{rest=\"456789\"}")).isEqualTo(1);
        assertThat(scrape().value("logtally_events_truncated_total{appender=\"" + appender + "\"}"))
                .isEqualTo(1);
    }

    @Test
    void regex_beyondBudget_isSwitchedOffAfterTenFailures() {
        startWith(
                Element.of("Logtally").with("regexBudget", "1000"),
                Element.of("Counter").with("name", "slow_total").with("regex", "(?:x+x+)+y"));
        String text = "y" + "x".repeat(200);

        for (int i = 0; i < 15; i++) {
            engine.accept(TestEvent.of(text));
        }

        assertThat(scrape().value("logtally_rule_failures_total{appender=\"" + appender
                        + "\",metric=\"slow_total\",reason=\"regex_budget\"}"))
                .isEqualTo(10);
        assertThat(said).anyMatch(line -> line.contains("switched off"));
    }

    @Test
    void regex_isNotTriedWithoutTheTextThatItNeeds() {
        startWith(
                Element.of("Logtally").with("regexBudget", "1000"),
                Element.of("Counter").with("name", "slow_total").with("regex", "(?:x+x+)+y"));
        String text = "x".repeat(200);

        for (int i = 0; i < 15; i++) {
            engine.accept(TestEvent.of(text));
        }
        engine.accept(TestEvent.of("xxy"));

        assertThat(failures("slow_total", "regex_budget")).isZero();
        assertThat(scrape().value("slow_total")).isEqualTo(1);
    }

    @Test
    void negativeZero_typedOrText_isZero() {
        start(Element.of("Gauge").with("name", "zero").with("message", "at {x}").with("value", "{x}"));

        engine.accept(TestEvent.of("at {}", -0.0));

        assertThat(1 / scrape().value("zero")).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void regexOfAnExclude_beyondBudgetTenTimes_switchesItsRuleOff() {
        startWith(
                Element.of("Logtally").with("regexBudget", "1000"),
                Element.of("Counter")
                        .with("name", "excluding_total")
                        .child(Element.of("Exclude").with("regex", "(?:x+x+)+y")));
        String text = "y" + "x".repeat(200);

        engine.accept(TestEvent.of("counted"));
        for (int i = 0; i < 15; i++) {
            engine.accept(TestEvent.of(text));
        }
        engine.accept(TestEvent.of("xxy"));

        assertThat(scrape().value("excluding_total")).isEqualTo(1);
        assertThat(failures("excluding_total", "regex_budget")).isEqualTo(10);
        assertThat(said).anyMatch(line -> line.contains("excluding_total") && line.contains("(?:x+x+)+y"));
    }

    @Test
    void regexOfReplace_beyondBudgetBehindWhatItFound_failsInARow() {
        startWith(
                Element.of("Logtally").with("regexBudget", "1000"),
                Element.of("Counter")
                        .with("name", "replacing_total")
                        .child(Element.of("Label")
                                .with("name", "text")
                                .with("value", "{message}")
                                .with("replace", "-|(?:x+x+)+y")));
        String text = "-" + "x".repeat(120);

        for (int i = 0; i < 9; i++) {
            engine.accept(TestEvent.of(text));
        }
        engine.accept(TestEvent.of("a-b"));
        for (int i = 0; i < 15; i++) {
            engine.accept(TestEvent.of(text));
        }
        engine.accept(TestEvent.of("a-b"));

        assertThat(scrape().value("replacing_total{text=\"ab\"}")).isEqualTo(1);
        assertThat(failures("replacing_total", "regex_budget")).isEqualTo(19);
    }

    @Test
    void arguments_allThatAReferenceCanName_areThere() {
        start(Element.of("Counter").with("name", "wide_total").with("labels", "a={arg:64}, b={arg:99}"));
        Object[] arguments = IntStream.range(0, 1_000).boxed().toArray();

        engine.accept(TestEvent.of("many", arguments));

        assertThat(scrape().value("wide_total{a=\"64\",b=\"99\"}")).isEqualTo(1);
    }

    @Test
    void holes_moreThanArgumentsAreLookedAt_areReadFromTheText() {
        String names = IntStream.range(0, 150).mapToObj(i -> "{h" + i + "}").collect(Collectors.joining(" "));
        start(Element.of("Counter")
                .with("name", "holes_total")
                .with("message", names)
                .with("labels", "h0, h149"));
        Object[] arguments = IntStream.range(0, 150).boxed().toArray();

        engine.accept(TestEvent.of("{}" + " {}".repeat(149), arguments));

        assertThat(scrape().value("holes_total{h0=\"0\",h149=\"149\"}")).isEqualTo(1);
    }

    @Test
    void argument_readInSeveralWays_isMadeTextOnce() {
        start(
                Element.of("Counter")
                        .with("name", "hole_total")
                        .with("message", "a {x}")
                        .with("labels", "x, y={arg:0}"),
                Element.of("Counter")
                        .with("name", "text_total")
                        .with("regex", "FAILED")
                        .with("labels", "y={arg:0}"));
        AtomicInteger calls = new AtomicInteger();
        Object argument = new Object() {
            @Override
            public String toString() {
                if (calls.incrementAndGet() == 2) {
                    throw new IllegalStateException("this one's text cannot be made");
                }
                return "text";
            }
        };

        engine.accept(TestEvent.of("a {}", argument));
        assertThat(calls).hasValue(1);
        engine.accept(TestEvent.of("a {}", argument));
        assertThat(calls).hasValue(2);

        assertThat(scrape().value("hole_total{x=\"text\",y=\"text\"}")).isEqualTo(1);
        assertThat(failures("hole_total", "to_string")).isEqualTo(1);
        assertThat(failures("text_total", "to_string")).isEqualTo(1);
    }

    @Test
    void throwableThatFillsAHole_isNoArgument_whateverElseIsRead() {
        start(Element.of("Counter")
                .with("name", "thrown_total")
                .with("message", "failed {why}")
                .with("regex", "failed")
                .with("labels", "a={arg:0:-none}, why"));

        engine.accept(TestEvent.of("failed {}", new IllegalStateException("x")));

        assertThat(scrape().value("thrown_total{a=\"none\",why=\"java.lang.IllegalStateException: x\"}"))
                .isEqualTo(1);
    }

    @Test
    void noRules_countsByLevelAndLogger() {
        startWith(Element.of("Logtally").with("namespace", "shop"));

        engine.accept(TestEvent.of("anything").level("WARN"));

        assertThat(scrape().value("shop_log_events_total{level=\"WARN\",logger=\"com.acme.Shop\"}"))
                .isEqualTo(1);
    }

    @Test
    void close_countsWhatWaits_andWhatOtherThreadsAreAboutToLog() {
        start(Element.of("Counter").with("name", "late_total"));

        engine.accept(TestEvent.of("x"));
        engine.close();
        assertThat(scrape().value("late_total")).isEqualTo(1);

        engine.accept(TestEvent.of("x"));
        assertThat(scrape().value("late_total")).isEqualTo(2);
        assertThat(scrape().value("logtally_events_processed_total{appender=\"" + appender + "\"}"))
                .isEqualTo(2);
    }

    private void start(Element... rules) {
        startWith(Element.of("Logtally"), rules);
    }

    private void startWith(Element settings, Element... rules) {
        Element all = settings;
        for (Element rule : rules) {
            all = all.child(rule);
        }
        engine = LogtallyEngine.builder(appender, new TestEventReader())
                .settings(all)
                .context(this)
                .reporter(new StatusReporter() {
                    @Override
                    public void configurationProblem(String message) {
                        said.add(message);
                    }

                    @Override
                    public void warning(String message, @Nullable Throwable cause) {
                        said.add(message);
                    }
                })
                .start();
        assertThat(said).isEmpty();
    }

    private double failures(String metric, String reason) {
        return scrape().value("logtally_rule_failures_total{appender=\"" + appender + "\",metric=\"" + metric
                + "\",reason=\"" + reason + "\"}");
    }

    private Scrape scrape() {
        return Scrape.of(registry);
    }
}
