package io.github.logtally.rule;

import io.github.logtally.series.FailureReason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that cannot run away: its reads of the text are bounded, a stack overflow within it is a failed
 * event, and after {@link #MAX_IN_A_ROW} failed events in a row its rule is switched off for good.
 *
 * <p>Shared by all plans of a rule; single-threaded under the turn.
 */
final class GuardedRegex {
    /** Failures in a row after which the rule is switched off. */
    static final int MAX_IN_A_ROW = 10;

    private final Matcher matcher;
    private final int budget;
    private final Runnable switchOff;

    // Mutable state

    private boolean failed;
    private int failuresInARow;

    /** An expression that runs {@code switchOff} once it has failed too often. */
    GuardedRegex(Pattern pattern, int budget, Runnable switchOff) {
        this.matcher = pattern.matcher("");
        this.budget = budget;
        this.switchOff = switchOff;
    }

    /** Begins with a new text. */
    void reset(Evaluation evaluation, char[] text, int length) {
        if (!failed) {
            failuresInARow = 0;
        }
        failed = false;
        evaluation.budgeted.reset(text, length, budget);
        matcher.reset(evaluation.budgeted);
    }

    /** Finds the next match; fails the rule and returns false when it cannot be told. */
    boolean find(Evaluation evaluation) {
        try {
            return matcher.find();
        } catch (BudgetedText.Exceeded e) {
            failed(evaluation, FailureReason.REGEX_BUDGET);
        } catch (StackOverflowError e) {
            failed(evaluation, FailureReason.REGEX_STACK);
        }
        return false;
    }

    private void failed(Evaluation evaluation, FailureReason reason) {
        evaluation.fail(reason);
        failed = true;
        if (++failuresInARow == MAX_IN_A_ROW) {
            switchOff.run();
        }
    }

    int start(int group) {
        return matcher.start(group);
    }

    int end(int group) {
        return matcher.end(group);
    }

    int start(String group) {
        return matcher.start(group);
    }

    int end(String group) {
        return matcher.end(group);
    }
}
