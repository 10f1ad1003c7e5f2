package io.github.logtally.rules;

import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.spi.Element;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules in a test: what the application's own loggers log is counted as its appender would count it, into metrics that only this
 * object has, at once and on the thread that logs.
 *
 * <pre>{@code
 * try (LogtallyRules rules = LogtallyRules.load("classpath:log-metrics.yaml").attach()) {
 *     service.placeOrder("acme");
 *
 *     rules.assertThat("orders_total").labels("tenant", "acme").isEqualTo(1);
 *     rules.assertNoFailures();
 *     rules.assertEveryRuleMatched();
 * }
 * }</pre>
 *
 * <p>Levels are the application's: what a logger does not let pass is not counted. Reconfiguring the framework takes the rules
 * away from it. To be used by one thread; any number of threads may log.
 */
public final class LogtallyRules implements AutoCloseable {
    private final String name;
    private final Element appender;

    // Mutable state: of the test's thread

    private @Nullable Attachment attachment;

    private LogtallyRules(String name, Element appender) {
        this.name = name;
        this.appender = appender;
    }

    /**
     * Reads a rules file.
     *
     * @param location {@code classpath:log-metrics.yaml}, {@code file:/etc/app/log-metrics.yaml}, or a path
     * @return the rules, which count nothing yet
     * @throws IllegalArgumentException if it is not there
     */
    public static LogtallyRules load(String location) {
        RulesFile file = Location.read(location);
        Element appender = Element.of("Logtally");
        for (Element rule : file.elements()) {
            appender = appender.child(rule);
        }
        return new LogtallyRules(location, appender);
    }

    /**
     * These rules with a setting of the appender that they will stand in, such as {@code namespace} or {@code labels}. To be called
     * before {@link #attach}.
     *
     * @param setting its name
     * @param value its text
     * @return the rules with it
     */
    public LogtallyRules with(String setting, String value) {
        return new LogtallyRules(name, appender.with(setting, value));
    }

    /**
     * Begins to count what is logged: by Logback where SLF4J logs with it, or else by Log4j.
     *
     * @return these rules
     * @throws AssertionError if the rules have mistakes, with all of them
     * @throws IllegalStateException if these rules are attached already, or no framework is running
     */
    public LogtallyRules attach() {
        requireDetached();
        attachment = Frameworks.attach(appender);
        return this;
    }

    /**
     * Begins to count what is logged in one context.
     *
     * @param loggerContext Logback's or Log4j Core's {@code LoggerContext}
     * @return these rules
     * @throws AssertionError if the rules have mistakes, with all of them
     * @throws IllegalStateException if these rules are attached already
     */
    public LogtallyRules attachTo(Object loggerContext) {
        requireDetached();
        attachment = Frameworks.attach(loggerContext, appender);
        return this;
    }

    /**
     * Begins an assertion about a metric.
     *
     * @param metric the full name as the rule has it, {@code orders_total}
     * @return what asserts
     * @throws AssertionError if no rule feeds such a metric
     */
    public MetricAssert assertThat(String metric) {
        Watch<?> watch = watch();
        List<String> metrics =
                watch.rules().stream().map(RuleWatch::metric).distinct().toList();
        if (!metrics.contains(metric)) {
            throw new AssertionError("No rule of " + name + " feeds a metric " + metric + ". The metrics are "
                    + String.join(", ", metrics) + ".");
        }
        return new MetricAssert(watch, metric);
    }

    /**
     * Asserts that every event could be read, and that every one that a rule took could be counted.
     *
     * @return these rules
     * @throws AssertionError with the reasons, as {@code logtally_rule_failures_total} has them, and the first event of each
     */
    public LogtallyRules assertNoFailures() {
        Watch<?> watch = watch();
        watch.quietly(() -> {
            List<RuleWatch> failed =
                    watch.rules().stream().filter(RuleWatch::hasFailed).toList();
            if (!failed.isEmpty() || !watch.lost().isEmpty()) {
                Report report = new Report().line("Events were not counted:");
                watch.lost().forEach(report::line);
                failed.forEach(rule -> rule.describeFailures(report));
                throw report.failure();
            }
        });
        return this;
    }

    /**
     * Asserts that no rule was idle.
     *
     * @return these rules
     * @throws AssertionError with the rules that took no event, and for each the events that came nearest
     */
    public LogtallyRules assertEveryRuleMatched() {
        Watch<?> watch = watch();
        watch.quietly(() -> {
            List<RuleWatch> idle =
                    watch.rules().stream().filter(rule -> !rule.hasMatched()).toList();
            if (!idle.isEmpty()) {
                Report report = new Report()
                        .line(idle.size() + " of " + watch.rules().size() + " rules took no event of " + watch.events()
                                + ":");
                idle.forEach(rule -> rule.describe(report));
                throw report.failure();
            }
        });
        return this;
    }

    /** Ends counting: the loggers are as they were. The second call does nothing. */
    @Override
    public void close() {
        Attachment ending = attachment;
        attachment = null;
        if (ending != null) {
            ending.detach();
        }
    }

    private void requireDetached() {
        if (attachment != null) {
            throw new IllegalStateException("The rules are attached already.");
        }
    }

    private Watch<?> watch() {
        if (attachment == null) {
            throw new IllegalStateException("The rules count nothing yet: call attach() before what is to be counted.");
        }
        return attachment.watch();
    }
}
