package io.github.logtally.rule;

import io.github.logtally.capture.Slot;
import io.github.logtally.capture.TemplateShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a template's shape alone says of a message pattern.
 *
 * <p>{@code SAME}: the literals stand in the same places, so that each named hole is an argument (of the same index). A last
 * hole that nobody names may cover the rest of the template. {@code NEVER}: beginnings or ends contradict each other, or the
 * whole text is known and does not match. {@code TEXT}: only the formatted message can tell.
 */
enum Alignment {
    SAME,
    NEVER,
    TEXT;

    static Alignment of(Literals pattern, @Nullable TemplateShape shape, int maxMessageLength) {
        if (shape == null) {
            return TEXT;
        }
        List<String> there = shape.literals();
        if (shape.holes() == 0) {
            String text = there.get(0);
            String kept = text.length() <= maxMessageLength ? text : text.substring(0, maxMessageLength);
            return new PatternMatcher(pattern).matches(kept) ? TEXT : NEVER;
        }
        if (pattern.texts().equals(there) || coversRest(pattern, there)) {
            return pattern.holes() <= Slot.MAX_ARGUMENTS ? SAME : TEXT;
        }
        return contradicts(pattern, there) ? NEVER : TEXT;
    }

    /**
     * Whether a message of this template could match, however many of its holes are filled: its beginning up to the first
     * of them, and its end after the last, must not contradict the pattern's.
     */
    static boolean mayMatch(Literals pattern, String template) {
        if (template.indexOf('\\') >= 0) {
            return true;
        }
        int firstHole = template.indexOf("{}");
        if (firstHole < 0) {
            return true;
        }
        int lastHole = template.lastIndexOf("{}");
        return !contradicts(pattern, List.of(template.substring(0, firstHole), template.substring(lastHole + 2)));
    }

    private static boolean coversRest(Literals pattern, List<String> there) {
        int lastHole = pattern.holes() - 1;
        return lastHole >= 0
                && lastHole < there.size()
                && pattern.holeNames().get(lastHole) == null
                && pattern.last().isEmpty()
                && pattern.texts().subList(0, lastHole).equals(there.subList(0, lastHole))
                && there.get(lastHole).startsWith(pattern.texts().get(lastHole));
    }

    private static boolean contradicts(Literals pattern, List<String> there) {
        String start = there.get(0);
        String end = there.get(there.size() - 1);
        int common = Math.min(start.length(), pattern.first().length());
        if (!start.regionMatches(0, pattern.first(), 0, common)) {
            return true;
        }
        int commonEnd = Math.min(end.length(), pattern.last().length());
        return !end.regionMatches(
                end.length() - commonEnd, pattern.last(), pattern.last().length() - commonEnd, commonEnd);
    }
}
