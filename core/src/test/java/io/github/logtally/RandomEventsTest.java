package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.spi.StatusReporter;
import io.github.logtally.testing.Scrape;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random rules that are right, and random events: whatever an event has in it or lacks, a rule counts it, does not match
 * it, or fails for a reason that its user can mend.
 */
class RandomEventsTest {
    private static final int EVENTS = 60;

    private static final List<String> MESSAGES = List.of(
            "{a} took {b} ms",
            "{a}, {b}, {c}",
            "{lbrace}{a}{rbrace}{*}",
            "{*}: {a}",
            "x {a}{sp}",
            "{a}",
            "no hole",
            "{a} {}");

    private static final List<String> REGEXES = List.of(
            "(?<r>\\d+) ms",
            "^(?<r>.*?)x",
            "(?<r>a)|b",
            ".*",
            "(?<r>(?:a|b)*)c",
            "(?<r>\\w+)\\s(?<s>\\w*)",
            ".*.*=(?<r>.*)");

    private static final List<String> REFERENCES = List.of(
            "{level}",
            "{logger}",
            "{logger:2}",
            "{thread}",
            "{marker}",
            "{template}",
            "{message}",
            "{exception}",
            "{exception:full}",
            "{rootCause}",
            "{mdc:k}",
            "{mdc:k:-d}",
            "{field:f}",
            "{arg:0}",
            "{arg:2}",
            "{arg:99:-7}",
            "fixed",
            "");

    private static final List<String> TEMPLATES = List.of(
            "{} took {} ms",
            "{}, {}, {}",
            "{{}}",
            "{}: {}",
            "x {} ",
            "{}",
            "no hole",
            "took 12 ms",
            "{} {}",
            "\\{} {}",
            "",
            "a=b",
            "a\ud800b",
            "{} took {}");

    private final List<String> mistakes = new CopyOnWriteArrayList<>();

    private final StatusReporter reporter = new StatusReporter() {
        @Override
        public void configurationProblem(String message) {
            mistakes.add(message);
        }

        @Override
        public void warning(String message, @Nullable Throwable cause) {
            if (cause != null) {
                mistakes.add(message + ": " + cause);
            }
        }
    };

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void event_ofAnyKind_isNoMistakeOfOurs(int seed) {
        Random random = new Random(seed);
        Element settings = Element.of("Logtally")
                .with("maxMessageLength", pick(random, "1", "7", "2048"))
                .with("maxSeries", pick(random, "1", "3", "100"))
                .with("regexBudget", pick(random, "20", "1000"));
        int rules = 1 + random.nextInt(12);
        for (int rule = 0; rule < rules; rule++) {
            settings = settings.child(rule(random, "random" + seed + "_" + rule));
        }
        try (LogtallyEngine<TestEvent> engine = LogtallyEngine.builder("random", new TestEventReader())
                .settings(settings)
                .context(RandomEventsTest.class)
                .reporter(reporter)
                .start()) {
            double before = accepted();
            for (int i = 0; i < EVENTS; i++) {
                engine.accept(event(random));
            }
            assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();

            assertThat(mistakes).as("%s", settings).isEmpty();
            assertThat(accepted() - before).isBetween(0.0, (double) EVENTS);
            for (String line : scrape().startingWith("logtally_rule_failures_total{appender=\"random\"")) {
                if (line.contains("reason=\"internal\"")) {
                    assertThat(line).as("%s", settings).endsWith(" 0.0");
                }
            }
        }
    }

    private static Element rule(Random random, String name) {
        String kind = pick(random, "Counter", "Gauge", "Histogram", "Summary");
        List<String> references = new ArrayList<>(REFERENCES);
        Element rule = Element.of(kind).with("name", name);
        if (random.nextInt(3) > 0) {
            String message = pick(random, MESSAGES);
            rule = rule.with("message", message);
            for (String capture : List.of("{a}", "{b}", "{c}")) {
                if (message.contains(capture)) {
                    references.add(0, capture);
                }
            }
        }
        if (random.nextInt(3) == 0) {
            String regex = pick(random, REGEXES);
            rule = rule.with("regex", regex);
            if (regex.contains("<r>")) {
                references.add(0, "{r}");
            }
        }
        if (random.nextInt(4) == 0) {
            rule = rule.with("contains", pick(random, "a", "took", " ms"));
        }
        if (!kind.equals("Counter") || random.nextBoolean()) {
            rule = rule.with("value", pick(random, "5", "{arg:1}", "{mdc:n}", references.get(0) + "0"));
            if (random.nextInt(3) == 0) {
                rule = rule.with("valueUnit", pick(random, "ms", "KiB"));
            }
        }
        if (random.nextInt(4) == 0) {
            rule = rule.child(Element.of("Exclude").with("mdc", "k=x*"));
        }
        for (int label = random.nextInt(3); label > 0; label--) {
            rule = rule.child(label(random, "l" + label, references));
        }
        return rule;
    }

    private static Element label(Random random, String name, List<String> references) {
        Element label = Element.of("Label")
                .with("name", name)
                .with("value", pick(random, references) + pick(random, "", "-", pick(random, references)));
        if (random.nextInt(3) == 0) {
            label = label.with("replace", pick(random, ".", "[0-9]*", "a|(?:x+x+)+y"))
                    .with("with", pick(random, "", "{n}"));
        }
        if (random.nextInt(3) == 0) {
            label = label.with("map", "a*=A, ?=one, *=rest");
        }
        if (random.nextInt(4) == 0) {
            label = label.with("maxLabelLength", "1");
        }
        return random.nextInt(4) == 0 ? label.with("maxValues", "1") : label;
    }

    private static TestEvent event(Random random) {
        @Nullable Object[] arguments = new Object[random.nextInt(5)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(random);
        }
        TestEvent event = TestEvent.of(
                        pick(random, TEMPLATES) + (random.nextInt(5) == 0 ? random.nextInt() : ""), arguments)
                .level(pick(random, "INFO", "ERROR"))
                .logger(pick(random, "", "a", "com.acme.Shop", "..."));
        if (random.nextBoolean()) {
            event.mdc("k", pick(random, "x1", "", "v"))
                    .mdc("n", pick(random, "1", "1e999", "-1", "NaN", "5 KiB", "1,2"));
        }
        if (random.nextInt(3) == 0) {
            event.field("f", Objects.requireNonNullElse(argument(random), "none"))
                    .marker("M");
        }
        if (random.nextInt(3) == 0) {
            event.throwable(random.nextBoolean() ? new IOException(new IllegalStateException()) : new Error() {});
        }
        return event;
    }

    private static @Nullable Object argument(Random random) {
        return switch (random.nextInt(16)) {
            case 0 -> null;
            case 1 -> Double.NaN;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> Duration.ofSeconds(Long.MAX_VALUE);
            case 4 -> new BigDecimal("1e400");
            case 5 -> "";
            case 6 -> "\udc00x\ud800";
            case 7 -> "y" + "x".repeat(300);
            case 8 -> new Object[] {1, new Object[] {"a", null}};
            case 9 -> new Throwing();
            case 10 -> 'c';
            case 11 -> Long.MIN_VALUE;
            case 12 -> Integer.valueOf(random.nextInt(5));
            case 13 -> new StringBuilder("a b");
            case 14 -> "ab".repeat(200) + "dc=";
            default -> -1.5;
        };
    }

    /** Something that cannot be made text. */
    private static final class Throwing {
        @Override
        public String toString() {
            throw new StackOverflowError();
        }
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static double accepted() {
        return scrape().value("logtally_events_accepted_total{appender=\"random\"}");
    }

    private static Scrape scrape() {
        return Scrape.of(PrometheusRegistry.defaultRegistry);
    }
}
