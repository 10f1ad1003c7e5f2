package io.github.logtally.rule;

import io.github.logtally.capture.Fault;
import io.github.logtally.capture.Slot;
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

    // Mutable state: single-threaded under the turn

    private @Nullable Slot slot;
    private char[] text = new char[INITIAL_TEXT];
    private int textLength;
    private boolean textLoaded;
    private @Nullable FailureReason failure;

    void begin(Slot next) {
        slot = next;
        textLoaded = false;
        failure = null;
    }

    void end() {
        slot = null;
    }

    private Slot slot() {
        if (slot == null) {
            throw new IllegalStateException("no event");
        }
        return slot;
    }

    /** The characters of the message; {@link #textLength} of them are valid. Fails the rule if there are none. */
    char[] text() {
        if (!textLoaded) {
            Slot current = slot();
            textLength = current.textLength();
            if (text.length < textLength) {
                text = new char[Math.max(textLength, text.length * 2)];
            }
            current.copyText(text);
            textLoaded = true;
        }
        return text;
    }

    int textLength() {
        return textLength;
    }

    /** Whether the message is there; fails the rule if it is not. */
    boolean hasText() {
        Fault fault = slot().textFault();
        if (fault != null) {
            fail(reasonOf(fault));
            return false;
        }
        text();
        return true;
    }

    /** What was captured from a source; null where there was nothing, or where capturing failed: then the rule fails. */
    @Nullable
    Object value(int source) {
        Object value = slot().value(source);
        if (value instanceof Fault fault) {
            fail(reasonOf(fault));
            return null;
        }
        return value;
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

    /** The text of a captured value, without allocating for text and whole numbers. */
    CharSequence textOf(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
            numberText.setLength(0);
            return numberText.append(((Number) value).longValue());
        }
        return value.toString();
    }

    private final StringBuilder numberText = new StringBuilder();

    /** Makes ready for the next rule on the same event. */
    void nextRule() {
        failure = null;
    }
}
