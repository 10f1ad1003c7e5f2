package io.github.logtally.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds with either framework: real loggers of a context, and what a user reads when an assertion fails. */
abstract class LogtallyRulesContract {
    private static final String ORDERS = "classpath:io/github/logtally/rules/orders.yaml";

    private LogtallyRules rules = LogtallyRules.load(ORDERS);

    /** A context of its own that lets everything from INFO on pass, and nothing from {@code silent.logger} to its parents. */
    abstract Object context();

    abstract void info(String logger, String message, Object... arguments);

    @BeforeEach
    void attach() {
        rules.attachTo(context());
    }

    @AfterEach
    void detach() {
        rules.close();
    }

    private void shop() {
        info("com.acme.orders.Desk", "Order {} placed by {}", 1, "acme");
        info("com.acme.orders.Desk", "Order {} placed by {}", 2, "globex");
        info("com.acme.orders.Desk", "Order {} placed by {}", 3, "globex");
        info("com.acme.Payments", "Payment of order {} took {}", 1, 250);
        info("com.acme.Payments", "Payment of order {} took {}", 2, Duration.ofMillis(750));
        info("com.acme.Queue", "queue orders has 7");
    }

    @Test
    void assertions_holdOfWhatWasLogged() {
        shop();

        rules.assertThat("orders_total").isEqualTo(3);
        rules.assertThat("orders_total").labels("tenant", "globex").isEqualTo(2);
        rules.assertThat("orders_total").labels("tenant", "nobody").isEqualTo(0).isAbsent();
        rules.assertThat("payment_seconds").hasCount(2).hasSum(1);
        rules.assertThat("queue_size").labels("name", "orders").isEqualTo(7);
        rules.assertNoFailures().assertEveryRuleMatched();
    }

    @Test
    void wrongValue_tellsWhatThereIsAndWhatCameNearest() {
        shop();
        info("com.acme.Desk", "Order {} placed by {}", 4, "acme");
        info("com.acme.orders.Desk", "Order {} refused", 5);

        assertThatFails(() -> rules.assertThat("orders_total")
                        .labels("tenant", "acme")
                        .isEqualTo(2))
                .isEqualTo(
                        """
                        orders_total{tenant="acme"}: expected 2.0 but was 1.0
                        Series of orders_total:
                          orders_total{tenant="acme"} 1.0
                          orders_total{tenant="globex"} 2.0
                        Counter 'orders_total' took 3 of 8 events. The nearest others:
                          INFO com.acme.Desk - Order 4 placed by acme
                            FAILS  logger: com.acme.orders
                            holds  message: Order {id} placed by {tenant}
                          INFO com.acme.orders.Desk - Order 5 refused
                            holds  logger: com.acme.orders
                            FAILS  message: Order {id} placed by {tenant}
                          INFO com.acme.Payments - Payment of order 1 took 250
                            FAILS  logger: com.acme.orders
                            FAILS  message: Order {id} placed by {tenant}""");
    }

    @Test
    void idleRules_areToldWithTheNearestEvents() {
        info("com.acme.orders.Desk", "Order {} placed by {}", 1, "acme");
        info("com.acme.Payments", "Payment of order {} took {}", "7, a dry run,", 250);

        assertThatFails(() -> rules.assertEveryRuleMatched())
                .isEqualTo(
                        """
                2 of 3 rules took no event of 2:
                Histogram 'payment_seconds' took 0 of 2 events. The nearest others:
                  INFO com.acme.orders.Desk - Order 1 placed by acme
                    FAILS  message: Payment of order {id} took {ms}
                    holds  exclude: {contains=dry run}
                  INFO com.acme.Payments - Payment of order 7, a dry run, took 250
                    holds  message: Payment of order {id} took {ms}
                    FAILS  exclude: {contains=dry run}
                Gauge 'queue_size' took 0 of 2 events. The nearest others:
                  INFO com.acme.orders.Desk - Order 1 placed by acme
                    holds  minLevel: INFO
                    FAILS  regex: queue (?<name>\\w+) has (?<size>\\d+)
                  INFO com.acme.Payments - Payment of order 7, a dry run, took 250
                    holds  minLevel: INFO
                    FAILS  regex: queue (?<name>\\w+) has (?<size>\\d+)""");
    }

    @Test
    void failures_areToldWithTheirReasonAndFirstEvent() {
        rules.assertNoFailures();
        info("com.acme.Payments", "Payment of order {} took {}", 1, "ages");
        info("com.acme.Payments", "Payment of order {} took {}", 2, "12 KiB");
        info("com.acme.Payments", "Payment of order {} took {}", 3, "for ever");

        assertThatFails(() -> rules.assertNoFailures())
                .isEqualTo(
                        """
                Events were not counted:
                Histogram 'payment_seconds' could not count 2 events: not_a_number, first of INFO com.acme.Payments - Payment of order 1 took ages
                Histogram 'payment_seconds' could not count 1 event: unit, first of INFO com.acme.Payments - Payment of order 2 took 12 KiB""");
        assertThatFails(() -> rules.assertThat("payment_seconds").hasCount(3))
                .isEqualTo(
                        """
                payment_seconds: expected a count of 3.0 but was 0.0
                Series of payment_seconds:
                  payment_seconds count 0, sum 0.0
                Histogram 'payment_seconds' took 3 of 3 events.
                Histogram 'payment_seconds' could not count 2 events: not_a_number, first of INFO com.acme.Payments - Payment of order 1 took ages
                Histogram 'payment_seconds' could not count 1 event: unit, first of INFO com.acme.Payments - Payment of order 2 took 12 KiB""");
    }

    @Test
    void hostileArgument_isToldAndHarmsNobody() {
        info("com.acme.Queue", "queue {} has {}", new Hostile(() -> "orders"), 7);
        info("com.acme.orders.Desk", "Order {} placed by {}", 1, new Hostile(() -> {
            throw new IllegalStateException("no name");
        }));
        info("com.acme.orders.Desk", "Order {} placed by {}", 2, "acme");

        rules.assertThat("orders_total").labels("tenant", "acme").isEqualTo(1);
        rules.assertThat("queue_size").labels("name", "orders").isEqualTo(7);
        assertThatFails(() -> rules.assertNoFailures())
                .startsWith("Events were not counted:\n")
                .contains("to_string");
    }

    @Test
    void argumentThatLogs_isToldAndHarmsNobody() {
        info("com.acme.orders.Desk", "Order {} placed by {}", 1, new Hostile(() -> {
            info("silent.logger", "queue inner has 3");
            return "acme";
        }));
        info("com.acme.orders.Desk", "Order {} placed by {}", 2, "globex");

        rules.assertThat("orders_total").labels("tenant", "acme").isEqualTo(1);
        rules.assertThat("orders_total").labels("tenant", "globex").isEqualTo(1);
        assertThatFails(() -> rules.assertNoFailures())
                .isEqualTo("Events were not counted:\n"
                        + "an event that was logged while the text of another one was made");
    }

    /** An argument whose text is code of the application. */
    private record Hostile(Supplier<String> text) {
        @Override
        public String toString() {
            return text.get();
        }
    }

    @Test
    void noEvent_isSaid() {
        assertThatFails(() -> rules.assertThat("queue_size").isEqualTo(7))
                .isEqualTo(
                        """
                queue_size: expected 7.0 but was 0.0
                There are no series of queue_size.
                Gauge 'queue_size' took 0 of 0 events.""");
    }

    @Test
    void unfitAssertion_isSaid() {
        shop();
        info("com.acme.Queue", "queue returns has 1");

        assertThatFails(() -> rules.assertThat("payment_seconds").isEqualTo(1))
                .startsWith(
                        "payment_seconds: expected 1.0, which is a number of one series of a gauge, or of counters\n");
        assertThatFails(() -> rules.assertThat("queue_size").isEqualTo(8))
                .startsWith("queue_size: expected 8.0, which is a number of one series of a gauge, or of counters\n");
        assertThatFails(() -> rules.assertThat("orders_total").hasCount(3))
                .startsWith("orders_total: expected a count of 3.0, which is a number of a histogram or a summary\n");
        assertThatFails(() -> rules.assertThat("orders_total").isAbsent())
                .startsWith("orders_total: expected no such series\nSeries of orders_total:\n");
        assertThatFails(() -> rules.assertThat("order_total"))
                .isEqualTo("No rule of " + ORDERS
                        + " feeds a metric order_total. The metrics are orders_total, payment_seconds, queue_size.");
    }

    @Test
    void loggerThatPassesNothingOn_isHeardToo() {
        info("silent.logger", "queue silent has 3");

        rules.assertThat("queue_size").labels("name", "silent").isEqualTo(3);
    }

    @Test
    void otherThread_isWaitedFor() throws InterruptedException {
        Thread test = Thread.currentThread();
        AtomicBoolean over = new AtomicBoolean();
        Thread other = new Thread(() -> {
            while (test.getState() != Thread.State.TIMED_WAITING && !over.get()) {
                Thread.onSpinWait();
            }
            info("com.acme.Queue", "queue late has 5");
        });
        other.start();
        try {
            rules.assertThat("queue_size")
                    .labels("name", "late")
                    .within(Duration.ofSeconds(20))
                    .isEqualTo(5);
        } finally {
            over.set(true);
            other.join();
        }
    }

    @Test
    void twoSets_doNotSeeEachOther() {
        info("com.acme.Queue", "queue orders has 7");
        try (LogtallyRules second = LogtallyRules.load(ORDERS).with("namespace", "shop")) {
            second.attachTo(context());
            info("com.acme.Queue", "queue orders has 8");

            second.assertThat("shop_queue_size").isEqualTo(8);
        }
        info("com.acme.Queue", "queue orders has 9");

        rules.assertThat("queue_size").isEqualTo(9);
        assertThatFails(() -> rules.assertThat("queue_size").isEqualTo(8)).contains("took 3 of 3 events.");
    }

    @Test
    void closedRules_countNothing() {
        rules.close();
        info("com.acme.Queue", "queue orders has 7");
        rules.attachTo(context());

        rules.assertThat("queue_size").isAbsent();
        assertThatThrownBy(() -> rules.attach())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The rules are attached already.");
    }

    @Test
    void mistakes_areAllSaidWhenAttaching() {
        LogtallyRules wrong = LogtallyRules.load("classpath:io/github/logtally/rules/wrong.yaml");

        assertThatFails(() -> wrong.attachTo(context()))
                .startsWith(
                        "The rules have mistakes:\n  wrong.yaml:4:14: Counter 'orders_total' > Label 'tenant', value: ")
                .contains("\n  wrong.yaml:5:5: Gauge 'queue_size', value: is missing");
    }

    private static AbstractStringAssert<?> assertThatFails(ThrowingCallable assertion) {
        return assertThat(catchThrowableOfType(AssertionError.class, assertion).getMessage());
    }
}
