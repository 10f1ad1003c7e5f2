package io.github.logtally.rule;

import io.github.logtally.capture.SlotView;
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
        final @Nullable String fallback;

        /**
         * @param segments how many of the last segments separated by dots are wanted, 0 for all
         * @param fallback what stands for an absent value, or null
         */
        Captured(int source, int segments, @Nullable String fallback) {
            this.source = source;
            this.segments = segments;
            this.fallback = fallback;
        }

        @Override
        boolean appendTo(Evaluation evaluation, LabelValues out) {
            SlotView values = evaluation.values;
            switch (evaluation.type(source)) {
                case TEXT -> appendText(values, out);
                case WHOLE -> out.append(values.whole(source));
                case ABSENT -> {
                    if (fallback == null) {
                        return false;
                    }
                    out.append(fallback);
                }
                default -> out.append(evaluation.textOf(source));
            }
            return true;
        }

        private void appendText(SlotView values, LabelValues out) {
            char[] chars = values.chars();
            int start = values.textStart(source);
            int end = start + values.textLength(source);
            out.append(chars, segments == 0 ? start : segmentsStart(chars, start, end), end);
        }

        private int segmentsStart(char[] text, int start, int end) {
            int wanted = segments;
            for (int i = end - 1; i >= start; i--) {
                if (text[i] == '.' && --wanted == 0) {
                    return i + 1;
                }
            }
            return start;
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
