package io.github.logtally.rule;

import io.github.logtally.config.QuantityReader;
import io.github.logtally.config.Unit;
import io.github.logtally.series.FailureReason;
import io.github.logtally.series.LabelValues;
import org.jspecify.annotations.Nullable;

/**
 * Reads the number a rule wants from the event: a typed argument as it is, text by the grammar of {@link
 * QuantityReader}. Gives base units.
 */
final class ValueReader {
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
            return readTyped(evaluation, captured);
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

    private boolean readTyped(Evaluation evaluation, Operand.Captured captured) {
        int source = captured.source;
        return switch (evaluation.type(source)) {
            case WHOLE -> accept(evaluation, convert((double) evaluation.values.whole(source)));
            case DOUBLE -> accept(evaluation, convert(evaluation.values.doubleValue(source)));
            case DURATION -> readDuration(evaluation, source);
            case ABSENT -> readFallback(evaluation, captured.fallback);
            default -> readText(evaluation, evaluation.textOf(source));
        };
    }

    private boolean readFallback(Evaluation evaluation, @Nullable String fallback) {
        if (fallback == null) {
            evaluation.fail(FailureReason.MISSING);
            return false;
        }
        return readText(evaluation, fallback);
    }

    private double convert(double number) {
        return unit == null ? number : unit.toBase(number);
    }

    private boolean readDuration(Evaluation evaluation, int source) {
        if (unit != null && unit.dimension() != Unit.Dimension.TIME) {
            evaluation.fail(FailureReason.UNIT);
            return false;
        }
        return accept(evaluation, QuantityReader.seconds(evaluation.values.duration(source)));
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
