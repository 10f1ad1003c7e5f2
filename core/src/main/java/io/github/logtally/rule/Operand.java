package io.github.logtally.rule;

import io.github.logtally.series.LabelValues;
import org.jspecify.annotations.Nullable;

/** Gives the text of one reference, or fixed text, for the event in the {@link Evaluation}. */
abstract class Operand {
    /** Appends the text; false if the event has nothing to give (not: an empty text). */
    abstract boolean appendTo(Evaluation evaluation, LabelValues out);

    /** Fixed text. */
    static final class Constant extends Operand {
        final String text;

        Constant(String text) {
            this.text = text;
        }

        @Override
        boolean appendTo(Evaluation evaluation, LabelValues out) {
            out.append(text);
            return true;
        }
    }

    /** A captured value, or its last segments as a logger's name has them. */
    static final class Captured extends Operand {
        final int source;
        private final int segments;
        private final @Nullable String fallback;

        /**
         * @param segments how many of the last segments separated by dots are wanted, 0 for all
         * @param fallback what stands for an absent value, or null
         */
        Captured(int source, int segments, @Nullable String fallback) {
            this.source = source;
            this.segments = segments;
            this.fallback = fallback;
        }

        /** The value itself, with its type; null where there is none. */
        @Nullable
        Object value(Evaluation evaluation) {
            Object value = evaluation.value(source);
            return value == null ? fallback : value;
        }

        @Override
        boolean appendTo(Evaluation evaluation, LabelValues out) {
            Object value = value(evaluation);
            if (value == null) {
                return false;
            }
            CharSequence text = evaluation.textOf(value);
            out.append(text, segmentsStart(text), text.length());
            return true;
        }

        private int segmentsStart(CharSequence text) {
            int wanted = segments;
            if (wanted == 0) {
                return 0;
            }
            for (int i = text.length() - 1; i >= 0; i--) {
                if (text.charAt(i) == '.' && --wanted == 0) {
                    return i + 1;
                }
            }
            return 0;
        }
    }

    /** A part of the message that a pattern or a regular expression of the same rule found. */
    static final class Range extends Operand {
        private final Spans spans;
        private final int index;
        private final @Nullable String fallback;

        Range(Spans spans, int index, @Nullable String fallback) {
            this.spans = spans;
            this.index = index;
            this.fallback = fallback;
        }

        @Override
        boolean appendTo(Evaluation evaluation, LabelValues out) {
            int start = spans.start(index);
            if (start < 0) {
                if (fallback != null) {
                    out.append(fallback);
                }
                return fallback != null;
            }
            out.append(evaluation.text(), start, spans.end(index));
            return true;
        }
    }

    /** The whole formatted message. */
    static final class Message extends Operand {
        @Override
        boolean appendTo(Evaluation evaluation, LabelValues out) {
            if (!evaluation.hasText()) {
                return false;
            }
            out.append(evaluation.text(), 0, evaluation.textLength());
            return true;
        }
    }
}
