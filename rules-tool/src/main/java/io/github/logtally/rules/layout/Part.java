package io.github.logtally.rules.layout;

import java.util.List;

/** A part of a layout, as it was written. */
sealed interface Part {
    /** Text as it stands. */
    record Text(String text) implements Part {}

    /**
     * What a conversion word writes.
     *
     * @param min characters that it has at least
     * @param max characters that it has at most, {@link Integer#MAX_VALUE} for any number
     * @param options what stands in braces
     */
    record Word(Conversion conversion, int min, int max, List<String> options) implements Part {
        boolean isFixed() {
            return min == max;
        }
    }

    /** Something that is there or not, as a whole. */
    record Maybe(List<Part> parts) implements Part {}

    /** Spaces, any number of them. */
    record Spaces() implements Part {}

    /** {@code [..]} any number of times, but not with fifteen characters in it, as Spring Boot writes its thread. */
    record Brackets() implements Part {}
}
