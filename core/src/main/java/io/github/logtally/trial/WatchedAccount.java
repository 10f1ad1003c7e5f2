package io.github.logtally.trial;

import io.github.logtally.series.FailureReason;
import io.github.logtally.series.LabelValues;
import io.github.logtally.series.RuleAccount;
import org.jspecify.annotations.Nullable;

/** The account of one rule, which tells the listener of everything. */
final class WatchedAccount extends RuleAccount implements TrialLabels {
    private final int rule;
    private final TrialListener listener;

    // Mutable state: of the thread that runs the trial

    private @Nullable LabelValues current;

    WatchedAccount(int rule, TrialListener listener) {
        this.rule = rule;
        this.listener = listener;
    }

    @Override
    public void matched() {
        super.matched();
        listener.matched(rule);
    }

    @Override
    public void counting(LabelValues labels, double value) {
        super.counting(labels, value);
        current = labels;
        listener.counting(rule, this, value);
    }

    @Override
    public void failed(FailureReason reason) {
        super.failed(reason);
        listener.failed(rule, reason.label());
    }

    @Override
    public void overflowed(String label) {
        super.overflowed(label);
        listener.overflowed(rule, label);
    }

    @Override
    public int count() {
        return labels().count();
    }

    @Override
    public String value(int label) {
        return labels().value(label);
    }

    @Override
    public int hash(int label) {
        return labels().hash(label);
    }

    private LabelValues labels() {
        if (current == null) {
            throw new IllegalStateException("no event is being counted");
        }
        return current;
    }
}
