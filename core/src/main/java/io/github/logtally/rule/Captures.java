package io.github.logtally.rule;

import io.github.logtally.capture.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where one plan finds the captures of one rule: among the arguments, or in the message. */
final class Captures {
    private record Span(Spans spans, int index) {}

    private final Map<String, Integer> arguments = new HashMap<>();
    private final Map<String, Span> spans = new HashMap<>();

    /** The named holes of a pattern are the template's arguments. */
    void arguments(Literals pattern) {
        for (int i = 0; i < pattern.holes(); i++) {
            String name = pattern.holeNames().get(i);
            if (name != null) {
                arguments.put(name, i);
            }
        }
    }

    /** Captures of these names, null for one without, are found in the message. */
    void spans(Spans found, List<? extends @Nullable String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name != null) {
                spans.put(name, new Span(found, i));
            }
        }
    }

    /** The source of a capture that is an argument, or null. */
    Source.@Nullable HoleArgument argument(String name) {
        Integer index = arguments.get(name);
        return index == null ? null : new Source.HoleArgument(index);
    }

    /** Reads a capture from the message. */
    Operand range(String name, @Nullable String fallback) {
        Span span = spans.get(name);
        if (span == null) {
            throw new IllegalArgumentException("no capture named " + name);
        }
        return new Operand.Range(span.spans(), span.index(), fallback);
    }
}
