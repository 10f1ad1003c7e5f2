package io.github.logtally.rules.check;

import io.github.logtally.trial.TrialLabels;
import io.github.logtally.trial.TrialListener;

/** Nothing ever happens where no event comes. */
final class NoListener implements TrialListener {
    @Override
    public void matched(int rule) {}

    @Override
    public void counting(int rule, TrialLabels labels, double value) {}

    @Override
    public void failed(int rule, String reason) {}

    @Override
    public void overflowed(int rule, String label) {}

    @Override
    public void warning(String message) {}
}
