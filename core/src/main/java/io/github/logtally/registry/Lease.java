package io.github.logtally.registry;

import io.github.logtally.config.Problem;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.series.RuleAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An appender's hold on its metrics from its start to its stop. */
public final class Lease implements AutoCloseable {
    private final MetricTable table;
    private final Account account;
    private final Owner owner;
    private final PipelineStats stats;
    private final Consumer<Problem> problems;

    // Mutable state: under the turn

    private final List<RuleLease> rules = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private int refused;
    private int refusedSince;
    private boolean superseded;
    private boolean closed;

    Lease(
            MetricTable table,
            Account account,
            Owner owner,
            int refused,
            PipelineStats stats,
            Consumer<Problem> problems) {
        this.table = table;
        this.account = account;
        this.owner = owner;
        this.refused = refused;
        this.stats = stats;
        this.problems = problems;
    }

    /** The rules that may run, in their order; those that are refused are not among them. */
    public List<RuleLease> rules() {
        return List.copyOf(rules);
    }

    /**
     * Looks whether somebody else has the name of a metric in one of the bound registries, and reports each such rule:
     * its metric is left out there. Scrapes do the same later. To be called once after the start, without the turn,
     * because collectors of the application may run inside.
     */
    public void checkNames() {
        table.checkNames();
    }

    /**
     * Takes over the engine's numbers for good, some time after {@link #close}: threads that were in the middle of logging
     * when it stopped may count until then. Under the turn; never throws.
     */
    public void settle() {
        account.settle(this);
    }

    /** Ends the hold when the engine has stopped; its numbers are read until {@link #settle}. Under the turn; never throws. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            table.close(this);
        }
    }

    /**
     * Shows that rules which should have taken the place of these are refused. Under the turn.
     *
     * @param rules how many rules of the new configuration do not run; 0: all is well again
     */
    public void refusedSince(int rules) {
        refusedSince = rules;
        table.publish();
    }

    void grant(RuleLease rule) {
        rules.add(rule);
        notices.add(new Notice(rule.family(), rule.rule().place(), problems));
    }

    void refuse(RuleDefinition rule, String reason) {
        refused++;
        problems.accept(new Problem(rule.place(), "name", reason));
    }

    void report(Problem problem) {
        problems.accept(problem);
    }

    /** A newer lease of the same owner has come. */
    void supersede() {
        superseded = true;
    }

    /** Whether a newer lease of the same owner has come. Under the turn. */
    public boolean superseded() {
        return superseded;
    }

    Account account() {
        return account;
    }

    Owner owner() {
        return owner;
    }

    PipelineStats stats() {
        return stats;
    }

    int refused() {
        return Math.max(refused, refusedSince);
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** Where the rule stands that names this metric, for a message. */
    String placeOf(String metric) {
        return rules.stream()
                .filter(rule -> rule.family().definition().name().equals(metric))
                .map(rule -> rule.rule().place())
                .findFirst()
                .orElse("a rule");
    }

    RuleAccount accountOf(String metric) {
        return account.rule(metric);
    }
}
