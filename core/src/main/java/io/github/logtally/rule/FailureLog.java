package io.github.logtally.rule;

import io.github.logtally.config.RuleDefinition;
import io.github.logtally.series.FailureReason;
import io.github.logtally.spi.StatusReporter;
import java.util.IdentityHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says on the framework's status channel that a rule fails, at most once in {@link #SILENCE_NANOS} for each rule: what is
 * wrong with one event often is wrong with all. The counts are in {@code logtally_rule_failures_total}.
 *
 * <p>Single-threaded under the turn.
 */
final class FailureLog {
    /** Nanoseconds between two lines on one rule. */
    static final long SILENCE_NANOS = 60_000_000_000L;

    private static final class Throttle {
        long lastSaid;
        long silent;
    }

    private final StatusReporter reporter;
    private final LongSupplier nanoTime;

    // Mutable state

    private final IdentityHashMap<RuleDefinition, Throttle> throttles = new IdentityHashMap<>();

    FailureLog(StatusReporter reporter, LongSupplier nanoTime) {
        this.reporter = reporter;
        this.nanoTime = nanoTime;
    }

    void failed(RuleDefinition rule, FailureReason reason, @Nullable Throwable cause) {
        long now = nanoTime.getAsLong();
        Throttle throttle = throttles.get(rule);
        if (throttle == null) {
            throttle = new Throttle();
            throttles.put(rule, throttle);
        } else if (now - throttle.lastSaid < SILENCE_NANOS) {
            throttle.silent++;
            return;
        }
        String before = throttle.silent == 0 ? "" : " (" + throttle.silent + " more since the last such line)";
        throttle.lastSaid = now;
        throttle.silent = 0;
        reporter.warning(
                rule.place() + " skipped an event: " + reason.label() + before
                        + "; counted in logtally_rule_failures_total",
                cause);
    }

    void switchedOff(RuleDefinition rule, String setting, String pattern) {
        reporter.warning(
                rule.place() + " is switched off: " + setting + " '" + pattern + "' failed on "
                        + GuardedRegex.MAX_IN_A_ROW
                        + " events in a row; simplify the expression or raise regexBudget",
                null);
    }
}
