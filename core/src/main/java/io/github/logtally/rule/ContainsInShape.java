package io.github.logtally.rule;

import io.github.logtally.capture.TemplateShape;
import org.jspecify.annotations.Nullable;

/** What a template's shape alone says of {@code contains}. */
final class ContainsInShape {
    private ContainsInShape() {}

    /** The text cannot be in any message of this shape: nothing varies, and it is not there. */
    static boolean never(String wanted, @Nullable TemplateShape shape) {
        return shape != null && shape.holes() == 0 && !shape.literals().get(0).contains(wanted);
    }

    /** The text is in every message of this shape, as short as its fixed part may be cut. */
    static boolean always(String wanted, @Nullable TemplateShape shape) {
        return shape != null && shape.literals().get(0).contains(wanted);
    }
}
