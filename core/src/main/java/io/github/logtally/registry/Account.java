package io.github.logtally.registry;

import io.github.logtally.series.RuleAccount;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * What all appenders of one name did since the process began: the numbers of those that run and of those that stopped.
 * Under the turn.
 */
final class Account {
    private final String appender;
    private final Map<String, RuleAccount> rules = new LinkedHashMap<>();
    private final List<Lease> running = new ArrayList<>();
    private final List<Lease> settling = new ArrayList<>();
    private final List<Owner> seen = new ArrayList<>();

    /** Owners that stopped, and may come back with a new configuration. */
    private final List<Owner> stopped = new ArrayList<>();

    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private long accepted;
    private long processed;
    private long truncated;
    private long busyNanos;

    Account(String appender) {
        this.appender = appender;
    }

    String appender() {
        return appender;
    }

    /** Notes an owner; whether it is the first time. */
    boolean isFirstOf(Owner owner) {
        seen.removeIf(Owner::isGone);
        if (seen.stream().anyMatch(owner::isSameAs)) {
            return false;
        }
        seen.add(owner);
        return true;
    }

    void begin(Lease lease) {
        for (Lease other : running) {
            if (other.owner().isSameAs(lease.owner())) {
                other.supersede();
            }
        }
        running.add(lease);
    }

    /** The rules of a lease have ended; its numbers still move until it is settled. */
    void end(Lease lease) {
        running.remove(lease);
        settling.add(lease);
        if (!lease.superseded()) {
            stopped.add(lease.owner());
        }
    }

    /** Takes over the final numbers of a lease. */
    void settle(Lease lease) {
        if (!settling.remove(lease)) {
            return;
        }
        PipelineStats stats = lease.stats();
        accepted += stats.accepted();
        processed += stats.processed();
        truncated += stats.truncated();
        busyNanos += stats.busyNanos();
        for (DropReason reason : DropReason.values()) {
            dropped.merge(reason, stats.dropped(reason), Long::sum);
        }
    }

    /** Owners that stopped have come back, or will not. */
    void forgetStopped(Predicate<Owner> gone) {
        stopped.removeIf(gone);
    }

    /** Whether an appender of this name runs, or may come back. */
    boolean isNamed() {
        return !running.isEmpty() || !stopped.isEmpty();
    }

    /** The account of this appender's rules for a metric, made if need be. */
    RuleAccount rule(String metric) {
        return rules.computeIfAbsent(metric, key -> new RuleAccount());
    }

    Map<String, RuleAccount> rules() {
        return rules;
    }

    void keepRules(Predicate<String> metric) {
        rules.keySet().removeIf(metric.negate());
    }

    /** What scrapes need to know of the appenders that run, those on their way out left aside. */
    Published.Appender published() {
        int refused = 0;
        List<Notice> notices = new ArrayList<>();
        for (Lease lease : running) {
            if (!lease.superseded()) {
                refused += lease.refused();
                notices.addAll(lease.notices());
            }
        }
        return new Published.Appender(appender, refused, notices);
    }

    long accepted() {
        return accepted + sum(PipelineStats::accepted);
    }

    long processed() {
        return processed + sum(PipelineStats::processed);
    }

    long dropped(DropReason reason) {
        return dropped.getOrDefault(reason, 0L) + sum(stats -> stats.dropped(reason));
    }

    long truncated() {
        return truncated + sum(PipelineStats::truncated);
    }

    long busyNanos() {
        return busyNanos + sum(PipelineStats::busyNanos);
    }

    long waiting() {
        return sum(PipelineStats::waiting);
    }

    long capacity() {
        return sum(running, PipelineStats::capacity);
    }

    private long sum(ToLongFunction<PipelineStats> number) {
        return sum(running, number) + sum(settling, number);
    }

    private static long sum(List<Lease> leases, ToLongFunction<PipelineStats> number) {
        long sum = 0;
        for (Lease lease : leases) {
            sum += number.applyAsLong(lease.stats());
        }
        return sum;
    }
}
