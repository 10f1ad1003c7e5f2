package io.github.logtally.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.github.logtally.LogtallyEngine;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Counts log events in Prometheus metrics. Rules are child elements; with none it counts
 * {@code log_events_total{level,logger}}.
 *
 * <pre>{@code
 * <appender name="metrics" class="io.github.logtally.logback.LogtallyAppender">
 *   <counter>
 *     <name>orders_total</name>
 *     <message>Order {id} placed</message>
 *   </counter>
 * </appender>
 * }</pre>
 *
 * <p>Every setting is raw text, which {@link #start} checks as a whole: mistakes become warnings of the status manager,
 * the rules that are right run, and the application starts. Setters and adders are for the one thread that configures;
 * {@link #doAppend} is for any thread and neither blocks nor throws what is ours. What the appender's filters deny is
 * not counted.
 */
public class LogtallyAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {
    private static final String DEFAULT_NAME = "logtally";

    /** So many failures of filters are reported. */
    private static final int REPORTED_FAILURES = 3;

    private final ElementDraft draft = new ElementDraft("Logtally");

    // Mutable state: the first by the thread that configures, the others by those that start and stop; read by all that
    // log

    private @Nullable IgnoredElements ignored;
    private volatile @Nullable LogtallyEngine<ILoggingEvent> engine;
    private volatile boolean filtered;
    private final AtomicInteger filterFailures = new AtomicInteger();

    /** An appender without rules, not started. */
    public LogtallyAppender() {}

    /**
     * Reads Logback's events: for those who run rules without the appender, as tests of rules do. Stateless.
     *
     * @return the reader
     */
    public static EventReader<ILoggingEvent> eventReader() {
        return new LogbackEventReader();
    }

    /**
     * Adds a rule; rules keep their order, whatever their kinds.
     *
     * @param counter the rule
     */
    public void addCounter(Counter counter) {
        addRule(counter);
    }

    /**
     * Adds a rule; rules keep their order, whatever their kinds.
     *
     * @param gauge the rule
     */
    public void addGauge(Gauge gauge) {
        addRule(gauge);
    }

    /**
     * Adds a rule; rules keep their order, whatever their kinds.
     *
     * @param histogram the rule
     */
    public void addHistogram(Histogram histogram) {
        addRule(histogram);
    }

    /**
     * Adds a rule; rules keep their order, whatever their kinds.
     *
     * @param summary the rule
     */
    public void addSummary(Summary summary) {
        addRule(summary);
    }

    private void addRule(MetricElement rule) {
        takeIgnored();
        draft.add(rule.finish());
    }

    /**
     * Events that can wait; rounded up to a power of two.
     *
     * @param capacity a number from 1
     */
    public void setCapacity(String capacity) {
        set("capacity", capacity);
    }

    /**
     * Characters of a message kept for text rules.
     *
     * @param maxMessageLength a number from 1
     */
    public void setMaxMessageLength(String maxMessageLength) {
        set("maxMessageLength", maxMessageLength);
    }

    /**
     * Time to finish what waits when the appender stops: {@code 2s}.
     *
     * @param shutdownTimeout a duration
     */
    public void setShutdownTimeout(String shutdownTimeout) {
        set("shutdownTimeout", shutdownTimeout);
    }

    /**
     * The prefix of every metric's name.
     *
     * @param namespace the prefix, without the underscore after it
     */
    public void setNamespace(String namespace) {
        set("namespace", namespace);
    }

    /**
     * Labels given to every metric.
     *
     * @param labels as in a rule, comma separated
     */
    public void setLabels(String labels) {
        set("labels", labels);
    }

    /**
     * Where a file of rules is: {@code classpath:log-metrics.yaml}, {@code file:/etc/app/log-metrics.yaml}.
     *
     * @param rules a URL, or {@code classpath:} and the path of a resource
     */
    public void setRules(String rules) {
        set("rules", rules);
    }

    /**
     * How often to look whether the file of rules has changed: {@code 30s}.
     *
     * @param rulesRefresh a duration
     */
    public void setRulesRefresh(String rulesRefresh) {
        set("rulesRefresh", rulesRefresh);
    }

    /**
     * Whether all events are counted by template, level and logger as well: {@code true}.
     *
     * @param discovery {@code true} or {@code false}
     */
    public void setDiscovery(String discovery) {
        set("discovery", discovery);
    }

    /**
     * For all rules: how many series a metric has at most.
     *
     * @param maxSeries a number from 1
     */
    public void setMaxSeries(String maxSeries) {
        set("maxSeries", maxSeries);
    }

    /**
     * For all rules: how many different values a label has at most.
     *
     * @param maxValues a number from 1
     */
    public void setMaxValues(String maxValues) {
        set("maxValues", maxValues);
    }

    /**
     * For all rules: what happens to an event past a bound, {@code overflow} or {@code drop}.
     *
     * @param onLimit one of these words
     */
    public void setOnLimit(String onLimit) {
        set("onLimit", onLimit);
    }

    /**
     * For all rules: how long a series stays without an update.
     *
     * @param expireAfter a duration
     */
    public void setExpireAfter(String expireAfter) {
        set("expireAfter", expireAfter);
    }

    /**
     * For all rules: characters of a label value.
     *
     * @param maxLabelLength a number from 1; longer values are cut
     */
    public void setMaxLabelLength(String maxLabelLength) {
        set("maxLabelLength", maxLabelLength);
    }

    /**
     * For all rules: character reads of one regex on one event.
     *
     * @param regexBudget a number from 1
     */
    public void setRegexBudget(String regexBudget) {
        set("regexBudget", regexBudget);
    }

    /**
     * For all rules: {@code off}, {@code auto}, or two MDC keys, comma separated.
     *
     * @param exemplars one of these
     */
    public void setExemplars(String exemplars) {
        set("exemplars", exemplars);
    }

    private void set(String setting, String value) {
        if (ignored == null) {
            draft.set(setting, value);
        } else {
            draft.setOnce(setting, value);
        }
    }

    @Override
    public void setContext(Context context) {
        super.setContext(context);
        if (ignored == null) {
            ignored = IgnoredElements.listenTo(context.getStatusManager());
        }
    }

    /** Checks the whole configuration, reports every mistake, and runs the rules that are right. Never throws. */
    @Override
    public void start() {
        if (isStarted()) {
            return;
        }
        // An exception would lose the application its whole LoggerContext, a status ERROR stop a Spring Boot
        // application
        try {
            Element settings = settings();
            hintAtAttributes();
            Context context = getContext();
            engine = LogtallyEngine.builder(getName() == null ? DEFAULT_NAME : getName(), new LogbackEventReader())
                    .settings(settings)
                    .reporter(new LogbackStatusReporter(this))
                    .context(context == null ? this : context)
                    .start();
            ConfigurationWatch.of(context);
            super.start();
        } catch (RuntimeException | Error e) {
            addWarn("Appender [" + getName() + "] cannot start and counts nothing.", e);
        }
    }

    /** What the configuration says so far; stops listening for more that Logback leaves out of it. */
    Element settings() {
        takeIgnored();
        if (ignored != null) {
            getContext().getStatusManager().remove(ignored);
            ignored = null;
        }
        return draft.build();
    }

    private void takeIgnored() {
        if (ignored != null) {
            draft.addIgnored(ignored.take(getClass()));
        }
    }

    private void hintAtAttributes() {
        for (String kind : draft.emptyElements()) {
            addWarn("Appender [" + getName() + "]: a " + kind
                    + " is empty. Logback reads no XML attributes here; write each"
                    + " setting as a child element, such as <name>..</name>.");
        }
    }

    /** Says that a logger's events come twice: by itself and by a parent. */
    void countsTwice(String logger, String parent) {
        new LogbackStatusReporter(this)
                .configurationProblem("events of logger '" + logger
                        + "' are counted twice, because both this logger and '"
                        + parent + "' refer to the appender; remove one reference, or set additivity=\"false\" on '"
                        + logger
                        + "'");
    }

    /** Finishes what waits, within the shutdown timeout. Never throws. */
    @Override
    public void stop() {
        super.stop();
        LogtallyEngine<ILoggingEvent> running = engine;
        engine = null;
        if (running != null) {
            running.close();
        }
    }

    /**
     * Counts the event unless a filter denies it. Without the base class's guard against re-entry: an argument whose
     * {@code toString()} logs is two events, and both count.
     */
    @Override
    public void doAppend(ILoggingEvent event) {
        LogtallyEngine<ILoggingEvent> running = engine;
        if (running == null) {
            // Has the base class's throttled warning for an appender that is not started
            super.doAppend(event);
            return;
        }
        if (!filtered || passesFilters(event)) {
            running.accept(event);
        }
    }

    private boolean passesFilters(ILoggingEvent event) {
        try {
            return getFilterChainDecision(event) != FilterReply.DENY;
        } catch (Exception e) {
            filterFailed(e);
            return false;
        }
    }

    @Override
    public void addFilter(Filter<ILoggingEvent> filter) {
        super.addFilter(filter);
        filtered = true;
    }

    @Override
    public void clearAllFilters() {
        super.clearAllFilters();
        filtered = false;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogtallyEngine<ILoggingEvent> running = engine;
        if (running != null) {
            running.accept(event);
        }
    }

    private void filterFailed(Exception e) {
        if (filterFailures.get() < REPORTED_FAILURES && filterFailures.incrementAndGet() <= REPORTED_FAILURES) {
            addError("Appender [" + getName() + "]: a filter failed, its event is not counted.", e);
        }
    }
}
