package io.github.logtally.rule;

import io.github.logtally.config.QuantityReader;
import io.github.logtally.config.Unit;
import io.github.logtally.series.FailureReason;
import io.github.logtally.series.LabelValues;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number a rule wants from the event: a typed argument as it is, text by the grammar of {@link
 * QuantityReader}. Gives base units.
 */
final class ValueReader {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long MAX_SECONDS_IN_NANOS = 9_000_000_000L;

    private final Operand[] pieces;
    private final @Nullable Unit unit;

    // Mutable state: single-threaded under the turn

    private double value;

    /** Reads the text of these pieces, or the typed value where it is one captured value. */
    ValueReader(Operand[] pieces, @Nullable Unit unit) {
        this.pieces = pieces;
        this.unit = unit;
    }

    /** Reads the value; false if there is none, and the rule has failed. */
    boolean read(Evaluation evaluation) {
        if (pieces.length == 1 && pieces[0] instanceof Operand.Captured captured) {
            Object captive = captured.value(evaluation);
            if (captive == null) {
                evaluation.fail(FailureReason.MISSING);
                return false;
            }
            return readTyped(evaluation, captive);
        }
        LabelValues scratch = evaluation.scratch;
        scratch.reset();
        boolean any = false;
        for (Operand piece : pieces) {
            any |= piece.appendTo(evaluation, scratch) && !(piece instanceof Operand.Constant && pieces.length > 1);
        }
        if (!any) {
            evaluation.fail(FailureReason.MISSING);
            return false;
        }
        return readText(evaluation, scratch.current());
    }

    /** What {@link #read} read. */
    double value() {
        return value;
    }

    private boolean readTyped(Evaluation evaluation, Object captive) {
        if (captive instanceof Float number) {
            return readText(evaluation, number.toString());
        } else if (captive instanceof Number number) {
            return accept(evaluation, convert(number.doubleValue()));
        } else if (captive instanceof Duration duration) {
            return readDuration(evaluation, duration);
        }
        return readText(evaluation, evaluation.textOf(captive));
    }

    private double convert(double number) {
        return unit == null ? number : unit.toBase(number);
    }

    private boolean readDuration(Evaluation evaluation, Duration duration) {
        if (unit != null && unit.dimension() != Unit.Dimension.TIME) {
            evaluation.fail(FailureReason.UNIT);
            return false;
        }
        long seconds = duration.getSeconds();
        if (Math.abs(seconds) < MAX_SECONDS_IN_NANOS) {
            return accept(evaluation, duration.toNanos() / NANOS_PER_SECOND);
        }
        return accept(evaluation, seconds + duration.getNano() / NANOS_PER_SECOND);
    }

    private boolean readText(Evaluation evaluation, CharSequence text) {
        FailureReason reason =
                switch (evaluation.quantities.read(text, 0, text.length(), unit)) {
                    case OK -> null;
                    case MISSING -> FailureReason.MISSING;
                    case NOT_A_NUMBER -> FailureReason.NOT_A_NUMBER;
                    case NOT_FINITE -> FailureReason.NOT_FINITE;
                    case UNIT -> FailureReason.UNIT;
                };
        if (reason == null) {
            return accept(evaluation, evaluation.quantities.value());
        }
        evaluation.fail(reason);
        return false;
    }

    private boolean accept(Evaluation evaluation, double number) {
        if (Double.isInfinite(number) || Double.isNaN(number)) {
            evaluation.fail(FailureReason.NOT_FINITE);
            return false;
        }
        // Makes a 0 of a negative 0, as the reader of text does
        value = number + 0.0;
        return true;
    }
}
