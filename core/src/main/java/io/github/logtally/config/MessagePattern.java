package io.github.logtally.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message pattern: literals and holes in turn, no two holes and no two literals side by side. It describes the whole
 * message.
 */
public record MessagePattern(List<Part> parts) {
    /** A part of a pattern. */
    public sealed interface Part {}

    /** Text that stands in the message as it is; never empty. */
    public record Literal(String text) implements Part {}

    /** Where the message varies; {@code name} is null for a hole nobody names. */
    public record Hole(@Nullable String name) implements Part {}

    public MessagePattern {
        parts = List.copyOf(parts);
    }

    /** The names of the named holes, in their order. */
    public List<String> captureNames() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Hole hole && hole.name() != null) {
                names.add(hole.name());
            }
        }
        return names;
    }
}
