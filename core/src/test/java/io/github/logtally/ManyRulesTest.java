package io.github.logtally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.spi.Element;
import io.github.logtally.testing.Scrape;
import io.github.logtally.testing.TestEvent;
import io.github.logtally.testing.TestEventReader;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules beside many others, with which they share plans and the search for literals, do what each does alone. */
class ManyRulesTest {
    private static final List<String> MESSAGES = List.of(
            "Order {a} placed by {b}",
            "Order {a} failed",
            "Order {*}",
            "{a} placed {*}",
            "{a} failed in {b} ms{*}",
            "{a}: {b}",
            "{*} by {b}",
            "Cache cleared");

    private static final List<String> TEMPLATES = List.of(
            "Order {} placed by {}",
            "Order {} failed",
            "Order {} failed in {} ms",
            "Order {} {}",
            "{} placed by {}",
            "{} {}",
            "{}: {}",
            "Request of {} failed in {} ms",
            "Cache cleared",
            "Cache placed by nobody");

    private static final List<String> WORDS =
            List.of("placed", "failed", "ms", " by ", "Cache", "Order 7", "alice", "a");

    private static final List<String> REGEXES = List.of("Order (?<r>\\d+)", "(?<r>\\w+) failed", "by (?<r>alice|bob)");

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rules_countTogetherWhatTheyCountAlone(int seed) {
        Random random = new Random(seed);
        List<UnaryOperator<Element>> rules = new ArrayList<>();
        int count = 3 + random.nextInt(70);
        for (int i = 0; i < count; i++) {
            rules.add(rule(random, i));
        }
        List<TestEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            events.add(event(random));
        }

        List<LogtallyEngine<TestEvent>> engines = new ArrayList<>();
        try {
            List<Element> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.add(named(rules.get(i), together(seed), i));
                engines.add(start(alone(seed), List.of(named(rules.get(i), alone(seed), i))));
            }
            engines.add(start(together(seed), all));
            engines.forEach(engine -> log(engine, events));

            Scrape scrape = scrape();
            int counted = 0;
            for (int i = 0; i < count; i++) {
                List<String> expected = counts(scrape, alone(seed), i);
                assertThat(counts(scrape, together(seed), i))
                        .as("%s", all.get(i))
                        .isEqualTo(expected);
                counted += expected.isEmpty() ? 0 : 1;
            }
            assertThat(counted).isPositive();
        } finally {
            engines.forEach(LogtallyEngine::close);
        }
    }

    private static String together(int seed) {
        return "together" + seed;
    }

    private static String alone(int seed) {
        return "alone" + seed;
    }

    @Test
    void rules_ofOneGauge_inTheirOrder() {
        List<Element> rules = new ArrayList<>();
        rules.add(Element.of("Gauge")
                .with("name", "order_of_rules")
                .with("contains", "rest")
                .with("value", "1"));
        rules.add(Element.of("Gauge")
                .with("name", "order_of_rules")
                .with("contains", "Start")
                .with("value", "2"));
        for (int i = 0; i < 20; i++) {
            rules.add(Element.of("Counter")
                    .with("name", "order_of_rules_" + i + "_total")
                    .with("contains", "word " + i));
        }
        List<Element> reversed = new ArrayList<>(rules);
        reversed.add(reversed.remove(0));
        List<TestEvent> events = List.of(TestEvent.of("Start {}", "rest"), TestEvent.of("Start {}", "rest"));

        try (LogtallyEngine<TestEvent> engine = start("order", rules)) {
            log(engine, events);
            assertThat(scrape().value("order_of_rules")).isEqualTo(2);
        }
        try (LogtallyEngine<TestEvent> engine = start("order", reversed)) {
            log(engine, events);
            assertThat(scrape().value("order_of_rules")).isEqualTo(1);
        }
    }

    private static LogtallyEngine<TestEvent> start(String name, List<Element> rules) {
        Element settings = Element.of("Logtally").with("maxMessageLength", "40");
        for (Element rule : rules) {
            settings = settings.child(rule);
        }
        return LogtallyEngine.builder(name, new TestEventReader())
                .settings(settings)
                .context(ManyRulesTest.class)
                .start();
    }

    private static void log(LogtallyEngine<TestEvent> engine, List<TestEvent> events) {
        events.forEach(engine::accept);
        assertThat(Logtally.flush(Duration.ofSeconds(30))).isTrue();
    }

    private static Element named(UnaryOperator<Element> rule, String prefix, int number) {
        return rule.apply(Element.of("Counter").with("name", name(prefix, number)));
    }

    private static String name(String prefix, int number) {
        return prefix + "_r" + number + "_total";
    }

    /** The series of a rule and its failures, without its name. */
    private static List<String> counts(Scrape scrape, String prefix, int number) {
        String name = name(prefix, number);
        List<String> lines = new ArrayList<>(scrape.startingWith(name));
        for (String line : scrape.startingWith("logtally_rule_failures_total{")) {
            if (line.contains("\"" + name + "\"") && !line.endsWith(" 0.0")) {
                lines.add(line.replaceFirst("appender=\"[^\"]*\"", ""));
            }
        }
        return lines.stream().map(line -> line.replace(name, "")).sorted().toList();
    }

    private static UnaryOperator<Element> rule(Random random, int number) {
        List<String> settings = new ArrayList<>();
        List<String> references = new ArrayList<>(List.of("{level}", "{logger:1}", "{arg:0:-none}", "{mdc:k:-none}"));
        if (number % 3 == 0) {
            String message = pick(random, MESSAGES);
            settings.addAll(List.of("message", message));
            references.addAll(message.contains("{a}") ? List.of("{a}", "{a}") : List.of());
            references.addAll(message.contains("{b}") ? List.of("{b}") : List.of());
        }
        if (number % 3 == 1 || random.nextInt(6) == 0) {
            settings.addAll(List.of("contains", pick(random, WORDS)));
        }
        if (random.nextInt(6) == 0) {
            settings.addAll(List.of("regex", pick(random, REGEXES)));
            references.add("{r:-none}");
        }
        if (random.nextInt(5) == 0) {
            settings.addAll(List.of("level", pick(random, "ERROR", "INFO, ERROR")));
        }
        if (random.nextInt(5) == 0) {
            settings.addAll(List.of("logger", pick(random, "com.acme", "com.acme.Shop, org.other")));
        }
        if (random.nextInt(8) == 0) {
            settings.addAll(List.of("mdc", "k=x*"));
        }
        List<Element> parts = new ArrayList<>();
        for (int excludes = Math.max(0, random.nextInt(5) - 2); excludes > 0; excludes--) {
            parts.add(exclude(random));
        }
        for (int label = random.nextInt(3); label > 0; label--) {
            parts.add(Element.of("Label").with("name", "l" + label).with("value", pick(random, references)));
        }
        return element -> {
            Element made = element;
            for (int i = 0; i < settings.size(); i += 2) {
                made = made.with(settings.get(i), settings.get(i + 1));
            }
            for (Element part : parts) {
                made = made.child(part);
            }
            return made;
        };
    }

    private static Element exclude(Random random) {
        Element exclude = Element.of("Exclude");
        return switch (random.nextInt(5)) {
            case 0 -> exclude.with("message", pick(random, MESSAGES));
            case 1 -> exclude.with("contains", pick(random, WORDS));
            case 2 -> exclude.with("level", "ERROR").with("contains", pick(random, WORDS));
            case 3 -> exclude.with("logger", "org.other");
            default -> exclude.with("regex", pick(random, REGEXES));
        };
    }

    private static TestEvent event(Random random) {
        String template = pick(random, TEMPLATES);
        @Nullable Object[] arguments = new Object[random.nextInt(6) == 0 ? random.nextInt(4) : holes(template)];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = switch (random.nextInt(7)) {
                case 0 -> "alice";
                case 1 -> "bob failed in 7 ms, placed by alice";
                case 2 -> 7;
                case 3 -> null;
                case 4 -> new StringBuilder("a b");
                case 5 -> "Cache: a";
                default -> random.nextInt(20);
            };
        }
        TestEvent event = TestEvent.of(template, arguments)
                .level(pick(random, "INFO", "INFO", "ERROR"))
                .logger(pick(random, "com.acme.Shop", "com.acmeother", "org.other.Job"));
        return random.nextInt(3) == 0 ? event.mdc("k", pick(random, "x1", "y")) : event;
    }

    private static int holes(String template) {
        return template.split("\\{}", -1).length - 1;
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static String pick(Random random, List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static Scrape scrape() {
        return Scrape.of(PrometheusRegistry.defaultRegistry);
    }
}
