package io.github.logtally.rule;

import io.github.logtally.capture.Source;
import io.github.logtally.config.Piece;
import io.github.logtally.config.Reference;
import java.util.function.ToIntFunction;

/** Turns references into operands, and asks the plan to capture what they read. */
final class OperandMaker {
    private final String level;
    private final ToIntFunction<Source> source;
    private final Runnable wantText;
    private final Captures captures;

    OperandMaker(String level, ToIntFunction<Source> source, Runnable wantText, Captures captures) {
        this.level = level;
        this.source = source;
        this.wantText = wantText;
        this.captures = captures;
    }

    Operand make(Piece.Ref ref) {
        Reference reference = ref.reference();
        if (reference instanceof Reference.Level) {
            return new Operand.Constant(level);
        } else if (reference instanceof Reference.Message) {
            wantText.run();
            return new Operand.Message();
        } else if (reference instanceof Reference.Capture capture) {
            Source argument = captures.argument(capture.name());
            return argument == null ? captures.range(capture.name(), ref.fallback()) : captured(argument, 0, ref);
        } else if (reference instanceof Reference.Logger logger) {
            return captured(new Source.LoggerName(), logger.segments(), ref);
        }
        return captured(sourceOf(reference), 0, ref);
    }

    private Operand captured(Source from, int segments, Piece.Ref ref) {
        return new Operand.Captured(source.applyAsInt(from), segments, ref.fallback());
    }

    private static Source sourceOf(Reference reference) {
        if (reference instanceof Reference.ThreadName) {
            return new Source.ThreadName();
        } else if (reference instanceof Reference.Marker) {
            return new Source.MarkerName();
        } else if (reference instanceof Reference.MessageTemplate) {
            return new Source.Template();
        } else if (reference instanceof Reference.ExceptionName name) {
            return new Source.ThrowableName(name.full());
        } else if (reference instanceof Reference.RootCauseName name) {
            return new Source.RootCauseName(name.full());
        } else if (reference instanceof Reference.Mdc mdc) {
            return new Source.Mdc(mdc.key());
        } else if (reference instanceof Reference.Field field) {
            return new Source.Field(field.key());
        } else if (reference instanceof Reference.Argument argument) {
            return new Source.Argument(argument.index());
        }
        throw new IllegalArgumentException("unknown reference " + reference);
    }
}
