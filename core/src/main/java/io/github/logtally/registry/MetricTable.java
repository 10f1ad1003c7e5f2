package io.github.logtally.registry;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.OnLimit;
import io.github.logtally.config.Problem;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.config.Words;
import io.github.logtally.series.Family;
import io.github.logtally.series.RuleAccount;
import io.github.logtally.series.SeriesClock;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All metrics of the process. They belong to this table and not to an appender, so that a reconfiguration loses no count
 * and registers nothing twice, in either framework's order.
 *
 * <p><b>Life of a metric.</b> A metric comes with the first rule that names it. When an appender stops, its metrics stay:
 * it may come back. When it starts again, whatever it no longer names goes, unless another appender names it; where the
 * new appender starts before the old one has stopped, that happens when the old one stops. An appender that a whole new
 * configuration of its context does not bring back ({@link #configured}) goes with all that it named. A context that
 * starts for the first time also takes over from stopped appenders of the same name in other contexts: an application was
 * deployed anew. A metric that is defined otherwise than before is replaced, unless another running appender names it:
 * then the new rule is refused.
 *
 * <p>{@link #open}, {@link #configured}, {@link #tick} and {@link Lease#close} are under the turn, {@link #bind},
 * {@link #unbindAll} and {@link Lease#checkNames} are for any thread that does not have it.
 */
public final class MetricTable {
    private final SeriesClock clock;
    private final ScrapeGate gate;
    private final BoundRegistries registries;

    // Mutable state: under the turn, but for the volatile fields, which scrapes read

    private final Map<String, Registration> registrations = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private List<Family> expiring = List.of();
    private volatile Published published = Published.NOTHING;
    private volatile OwnMetrics own = OwnMetrics.none();

    /**
     * An empty table.
     *
     * @param gate what scrapes wait for
     * @param nanos the time in nanoseconds of any origin
     */
    public MetricTable(ScrapeGate gate, LongSupplier nanos) {
        this.gate = gate;
        this.clock = new SeriesClock(nanos);
        this.registries = new BoundRegistries(this, nanos);
    }

    /**
     * An appender starts. Under the turn.
     *
     * @param appender the appender's name
     * @param context what the framework calls its context, the same object before and after a reconfiguration; compared
     *     by identity and not kept from being collected
     * @param config its configuration; the problems in it are the caller's to report
     * @param stats the numbers of its buffer and worker from 0 on, read until the lease is closed
     * @param problems takes what is wrong with a rule as seen from here, now and later, on any thread; must not throw
     */
    public Lease open(
            String appender, Object context, AppenderConfig config, PipelineStats stats, Consumer<Problem> problems) {
        clock.advance();
        Account account = accounts.computeIfAbsent(appender, Account::new);
        Owner owner = new Owner(appender, context);
        boolean first = account.isFirstOf(owner);
        Lease lease = new Lease(this, account, owner, config.refused(), stats, problems);
        account.begin(lease);
        for (RuleDefinition rule : config.rules()) {
            grant(lease, rule);
        }
        Predicate<Owner> back = first ? stopped -> stopped.appender().equals(appender) : owner::isSameAs;
        config.refusedMetrics().forEach(metric -> keep(lease, metric, back));
        forgetStopped(back);
        publish();
        return lease;
    }

    /**
     * The framework has applied a whole configuration: appenders of this context that stopped before and have not started
     * again will not. Under the turn.
     *
     * @param context as in {@link #open}
     */
    public void configured(Object context) {
        forgetStopped(owner -> owner.isOf(context));
        publish();
    }

    private void forgetStopped(Predicate<Owner> gone) {
        registrations.values().forEach(registration -> registration.forgetStopped(gone));
        accounts.values().forEach(account -> account.forgetStopped(gone));
    }

    /** Reads the time and lets series expire; once for a batch of events, and now and then when there are none. */
    public void tick() {
        if (!expiring.isEmpty()) {
            clock.advance();
            expiring.forEach(Family::expire);
        }
    }

    /**
     * Puts all metrics, those there are and those to come, into a registry of the application, beside the others. Binding
     * a registry twice shows nothing twice.
     */
    public Binding bind(PrometheusRegistry registry) {
        return registries.bind(registry);
    }

    /** Takes the metrics out of all registries, whoever bound them, for good. */
    public void unbindAll() {
        registries.unbindAll();
    }

    void close(Lease lease) {
        lease.account().end(lease);
        registrations.values().forEach(registration -> registration.end(lease));
        publish();
    }

    void checkNames() {
        registries.checkNames();
    }

    /** What there is to expose. Any thread. */
    Published published() {
        return published;
    }

    /** The own metrics as of now, or as of the last scrape if the turn cannot be had in time. Without the turn. */
    OwnMetrics readOwn() {
        gate.exclusively(() -> own = OwnMetrics.read(accounts.values(), this::family));
        return own;
    }

    private @Nullable Family family(String metric) {
        Registration registration = registrations.get(metric);
        return registration == null ? null : registration.family();
    }

    private void grant(Lease lease, RuleDefinition rule) {
        MetricDefinition definition = rule.metric();
        Registration registration = registrations.get(definition.name());
        if (registration == null || !registration.family().definition().sharesWith(definition)) {
            registration = create(lease, rule);
        } else if (registration.heldAgainst(lease) == null) {
            registration.family().redefine(definition);
        }
        if (registration == null) {
            return;
        }
        registration.begin(lease);
        Family family = registration.family();
        List<LabelDefinition> labels = inOrder(rule.labels(), family.definition());
        RuleAccount account = lease.accountOf(definition.name());
        account.expectOverflows(overflowLabels(family.definition()));
        lease.grant(new RuleLease(rule, family, labels, account));
        if (!ZeroSeries.declare(family, labels)) {
            lease.report(new Problem(
                    rule.place(),
                    "zero",
                    "maxSeries (" + family.definition().maxSeries() + ") or a label's maxValues leaves no room for all"
                            + " series declared at 0; the rule runs without some of them"));
        }
    }

    /** A rule with a mistake still names its metric: counts go on when the mistake is mended. */
    private void keep(Lease lease, String metric, Predicate<Owner> back) {
        Registration registration = registrations.get(metric);
        if (registration != null && registration.wasNamedBy(lease.owner(), back)) {
            registration.begin(lease);
        }
    }

    /** A new family in place of those whose names it takes; null if they cannot be had, which is reported. */
    private @Nullable Registration create(Lease lease, RuleDefinition rule) {
        Registration created;
        try {
            created = new Registration(new Family(rule.metric(), clock));
        } catch (IllegalArgumentException e) {
            lease.refuse(rule, "the Prometheus client does not take it: " + Words.said(e.getMessage()));
            return null;
        }
        if (RegistryCollector.ownNames().stream().anyMatch(created.names()::clashWith)) {
            lease.refuse(rule, "'" + created.metric() + "' is a name of Logtally's own metrics; choose another");
            return null;
        }
        List<Registration> replaced = new ArrayList<>();
        for (Registration other : registrations.values()) {
            if (!other.names().clashWith(created.names())) {
                continue;
            }
            Lease holder = other.heldAgainst(lease);
            if (holder != null) {
                lease.refuse(rule, clash(other, holder, created));
                return null;
            }
            replaced.add(other);
        }
        replaced.forEach(other -> registrations.remove(other.metric()));
        registrations.put(created.metric(), created);
        return created;
    }

    private static String clash(Registration other, Lease holder, Registration created) {
        String by = holder.placeOf(other.metric()) + " of appender '"
                + holder.owner().appender() + "'";
        if (other.metric().equals(created.metric())) {
            return "'" + created.metric() + "' is already defined by " + by
                    + " with another kind, other labels, buckets or quantiles; make them agree or choose another name";
        }
        return "'" + created.metric() + "' and '" + other.metric() + "', defined by " + by
                + ", would stand under one name in a scrape; choose another name";
    }

    private static List<LabelDefinition> inOrder(List<LabelDefinition> labels, MetricDefinition metric) {
        List<LabelDefinition> ordered = new ArrayList<>();
        for (String name : metric.labelNames()) {
            labels.stream().filter(label -> label.name().equals(name)).forEach(ordered::add);
        }
        return ordered;
    }

    private static List<String> overflowLabels(MetricDefinition metric) {
        if (metric.labels().isEmpty()) {
            return List.of();
        }
        return metric.onLimit() == OnLimit.DROP ? List.of("") : metric.labelNames();
    }

    /** Drops what nobody names any more, and shows the rest to scrapes. */
    void publish() {
        registrations.values().removeIf(registration -> !registration.isNamed());
        accounts.values().removeIf(account -> !account.isNamed());
        List<Published.Appender> appenders = new ArrayList<>();
        for (Account account : accounts.values()) {
            account.keepRules(metric -> {
                Registration registration = registrations.get(metric);
                return registration != null && registration.isNamedBy(account.appender());
            });
            appenders.add(account.published());
        }
        List<Published.Metric> metrics = registrations.values().stream()
                .map(it -> new Published.Metric(it.family(), it.names()))
                .toList();
        published = new Published(published.version() + 1, metrics, appenders);
        expiring = metrics.stream()
                .map(Published.Metric::family)
                .filter(Family::expires)
                .toList();
        // A scrape that cannot have the turn shows these
        own = OwnMetrics.read(accounts.values(), this::family);
    }
}
