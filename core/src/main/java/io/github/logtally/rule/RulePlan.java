package io.github.logtally.rule;

import io.github.logtally.capture.Plan;
import io.github.logtally.capture.Slot;
import io.github.logtally.capture.Source;
import io.github.logtally.capture.TemplateShape;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that are left for the events of one plan, in their order: its own, and those it shares with others. */
final class RulePlan extends Plan {
    /** Own rules by number, which is their order; {@link #own} has them side by side. */
    private final long[] ownNumbers;

    private final PlannedRule[] own;
    private final @Nullable SharedRules shared;

    /** Which of the shared rules are meant. */
    private final long[] open;

    private final Evaluation evaluation;
    private final Admission admission;

    /**
     * A plan that captures these sources in this order.
     *
     * @param text whether the formatted message is captured
     * @param shape the template's shape, or null where it is not known
     * @param ownNumbers numbers of {@code own}, in their order
     * @param shared rules of which {@code open} are meant, or null
     */
    RulePlan(
            List<Source> sources,
            boolean text,
            @Nullable TemplateShape shape,
            Evaluation evaluation,
            Admission admission,
            List<PlannedRule> own,
            BitSet ownNumbers,
            @Nullable SharedRules shared,
            BitSet open) {
        super(sources, text, shape);
        this.evaluation = evaluation;
        this.admission = admission;
        this.own = own.toArray(new PlannedRule[0]);
        this.shared = shared;
        if (shared == null) {
            this.ownNumbers = new long[0];
            this.open = this.ownNumbers;
        } else {
            int words = shared.words().length;
            this.ownNumbers = Arrays.copyOf(ownNumbers.toLongArray(), words);
            this.open = open.equals(shared.numbers()) ? shared.words() : Arrays.copyOf(open.toLongArray(), words);
        }
    }

    @Override
    public int weight() {
        return 1 + own.length + (shared == null || shared.isKept() ? 0 : shared.weight());
    }

    @Override
    protected boolean admits(String text) {
        return admission.admits(text);
    }

    @Override
    public void apply(Slot slot) {
        try {
            evaluation.begin(slot);
        } catch (Throwable e) {
            failed(e);
            return;
        }
        if (shared == null) {
            for (PlannedRule rule : own) {
                rule.apply(evaluation);
            }
        } else {
            applyAll(shared, slot.textFault() == null);
        }
    }

    private void applyAll(SharedRules others, boolean textIsThere) {
        long[] candidates = evaluation.candidates(open.length);
        others.scan(evaluation, textIsThere, candidates);
        int nextOwn = 0;
        for (int word = 0; word < open.length; word++) {
            long mine = ownNumbers[word];
            for (long left = (candidates[word] & open[word]) | mine; left != 0; left &= left - 1) {
                boolean isMine = (mine & left & -left) != 0;
                PlannedRule rule =
                        isMine ? own[nextOwn++] : others.rule(word * Long.SIZE + Long.numberOfTrailingZeros(left));
                rule.apply(evaluation);
            }
        }
    }

    private void failed(Throwable cause) {
        for (PlannedRule rule : own) {
            rule.failed(cause);
        }
        if (shared != null) {
            BitSet numbers = BitSet.valueOf(open);
            for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
                shared.rule(number).failed(cause);
            }
        }
    }
}
