package io.github.logtally.rule;

import io.github.logtally.capture.Fault;
import io.github.logtally.capture.Slot;
import io.github.logtally.capture.SlotView;
import io.github.logtally.capture.ValueType;
import io.github.logtally.config.QuantityReader;
import io.github.logtally.series.FailureReason;
import io.github.logtally.series.LabelValues;
import org.jspecify.annotations.Nullable;

/**
 * The working space in which the rules of one appender are evaluated, one event after the other, on the worker's side.
 * Reused: nothing is allocated for an event.
 */
final class Evaluation {
    private static final int INITIAL_TEXT = 256;

    final LabelValues labels = new LabelValues();
    final LabelValues scratch = new LabelValues();
    final QuantityReader quantities = new QuantityReader();
    final BudgetedText budgeted = new BudgetedText();

    /** What was captured. */
    final SlotView values = new SlotView();

    // Mutable state: single-threaded under the turn

    private char[] text = new char[INITIAL_TEXT];
    private int textLength;
    private @Nullable Fault textFault;
    private @Nullable FailureReason failure;
    private long[] candidates = {};
    private final CharRange range = new CharRange();
    private final StringBuilder otherText = new StringBuilder();

    /** Begins with an event, whose message is there if the plan wants it. Keeps nothing of the slot. */
    void begin(Slot slot) {
        values.show(slot);
        failure = null;
        textFault = slot.textFault();
        textLength = slot.textLength();
        if (textLength > 0) {
            loadText(slot);
        }
    }

    private void loadText(Slot slot) {
        if (text.length < textLength) {
            text = new char[Math.max(textLength, text.length * 2)];
        }
        slot.copyText(text);
    }

    /** Room for bits of rules: so many words of anything. */
    long[] candidates(int words) {
        if (candidates.length < words) {
            candidates = new long[words];
        }
        return candidates;
    }

    /** The characters of the message; {@link #textLength} of them are valid. */
    char[] text() {
        return text;
    }

    int textLength() {
        return textLength;
    }

    /** Whether the message is there; fails the rule if it is not. */
    boolean hasText() {
        if (textFault != null) {
            fail(reasonOf(textFault));
            return false;
        }
        return true;
    }

    /** What was captured from a source; {@link ValueType#ABSENT} also where capturing failed: then the rule fails. */
    ValueType type(int source) {
        ValueType type = values.type(source);
        if (type == ValueType.TO_STRING_FAILED || type == ValueType.CAPTURE_FAILED) {
            fail(type == ValueType.TO_STRING_FAILED ? FailureReason.TO_STRING : FailureReason.INTERNAL);
            return ValueType.ABSENT;
        }
        return type;
    }

    /** Whether the event has something to give; fails the rule where that cannot be told. */
    boolean has(int source) {
        return type(source) != ValueType.ABSENT;
    }

    /** Whether there is a value; fails nothing where that cannot be told. */
    boolean isThere(int source) {
        return switch (values.type(source)) {
            case ABSENT, TO_STRING_FAILED, CAPTURE_FAILED -> false;
            default -> true;
        };
    }

    /** Whether a captured yes or no is a yes; fails the rule where that cannot be told. */
    boolean isTrue(int source) {
        return type(source) == ValueType.BOOLEAN && values.isTrue(source);
    }

    private static FailureReason reasonOf(Fault fault) {
        return fault == Fault.TO_STRING ? FailureReason.TO_STRING : FailureReason.INTERNAL;
    }

    /** Notes that the current rule cannot be evaluated; the first reason stands. */
    void fail(FailureReason reason) {
        if (failure == null) {
            failure = reason;
        }
    }

    /** Why the current rule failed, or null. */
    @Nullable
    FailureReason failure() {
        return failure;
    }

    /** The text of a captured value, until the next call. Allocates nothing for text and whole numbers. */
    CharSequence textOf(int source) {
        if (values.type(source) == ValueType.TEXT) {
            range.set(values.chars(), values.textStart(source), values.textLength(source));
            return range;
        }
        otherText.setLength(0);
        values.appendTo(otherText, source);
        return otherText;
    }

    /** Makes ready for the next rule on the same event. */
    void nextRule() {
        failure = null;
    }
}
