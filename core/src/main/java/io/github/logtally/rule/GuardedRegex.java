package io.github.logtally.rule;

import io.github.logtally.series.FailureReason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that cannot run away: its reads of the text are bounded, a stack overflow within it is a failed
 * event, and after {@link #MAX_IN_A_ROW} failures in a row it is switched off for good.
 *
 * <p>Shared by all plans of a rule; single-threaded under the turn.
 */
final class GuardedRegex {
    /** Failures in a row after which the expression is switched off. */
    static final int MAX_IN_A_ROW = 10;

    private final Matcher matcher;
    private final int budget;
    private final Runnable onSwitchedOff;

    // Mutable state

    private int failuresInARow;

    GuardedRegex(Pattern pattern, int budget, Runnable onSwitchedOff) {
        this.matcher = pattern.matcher("");
        this.budget = budget;
        this.onSwitchedOff = onSwitchedOff;
    }

    private boolean switchedOff() {
        return failuresInARow >= MAX_IN_A_ROW;
    }

    /** Begins with a new text; false once switched off. */
    boolean reset(Evaluation evaluation, char[] text, int length) {
        if (switchedOff()) {
            return false;
        }
        evaluation.budgeted.reset(text, length, budget);
        matcher.reset(evaluation.budgeted);
        return true;
    }

    /** Finds the next match; fails the rule and returns false when it cannot be told. */
    boolean find(Evaluation evaluation) {
        try {
            boolean found = matcher.find();
            failuresInARow = 0;
            return found;
        } catch (BudgetedText.Exceeded e) {
            failed(evaluation, FailureReason.REGEX_BUDGET);
        } catch (StackOverflowError e) {
            failed(evaluation, FailureReason.REGEX_STACK);
        }
        return false;
    }

    private void failed(Evaluation evaluation, FailureReason reason) {
        evaluation.fail(reason);
        if (++failuresInARow == MAX_IN_A_ROW) {
            onSwitchedOff.run();
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
