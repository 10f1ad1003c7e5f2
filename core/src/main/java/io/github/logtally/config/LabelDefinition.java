package io.github.logtally.config;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label of a rule and what keeps its values few. Applied in this order: {@code replace}, {@code map}, {@code allow},
 * {@code maxLength}, bounds.
 *
 * @param name the label's name
 * @param value where its value comes from
 * @param replace what is replaced everywhere in the value, or null
 * @param with the literal text put there
 * @param map globs and results, first hit wins; no hit leaves the value
 * @param allow the values allowed, anything else is {@code other}; null: all
 * @param maxLength characters kept
 * @param maxValues different values allowed, 0 for no bound of its own
 * @param zero values of series present at 0 from the start; empty: none
 */
public record LabelDefinition(
        String name,
        ValueTemplate value,
        @Nullable Pattern replace,
        String with,
        List<Mapping> map,
        @Nullable List<String> allow,
        int maxLength,
        int maxValues,
        List<String> zero) {
    /** What stands for values that a bound or {@code allow} keeps out. */
    public static final String OTHER = "other";

    /** One entry of {@code map}. */
    public record Mapping(Glob glob, String result) {}

    public LabelDefinition {
        map = List.copyOf(map);
        allow = allow == null ? null : List.copyOf(allow);
        zero = List.copyOf(zero);
    }

    /** What {@code map} and {@code allow} put in the place of a value, or null where it stays. Allocates nothing. */
    public @Nullable String substitute(CharSequence value) {
        String mapped = null;
        for (int i = 0; i < map.size() && mapped == null; i++) {
            Mapping mapping = map.get(i);
            mapped = mapping.glob().matches(value) ? mapping.result() : null;
        }
        return allows(mapped == null ? value : mapped) ? mapped : OTHER;
    }

    private boolean allows(CharSequence value) {
        if (allow == null) {
            return true;
        }
        for (int i = 0; i < allow.size(); i++) {
            if (allow.get(i).contentEquals(value)) {
                return true;
            }
        }
        return false;
    }

    /** This label with another bound of its values. */
    LabelDefinition withMaxValues(int others) {
        return new LabelDefinition(name, value, replace, with, map, allow, maxLength, others, zero);
    }
}
