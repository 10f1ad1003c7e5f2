package io.github.logtally.rulesfile;

import io.github.logtally.spi.Origin.Mistake;
import io.github.logtally.spi.Origin.Position;
import java.util.List;

/** What stands in a YAML file, scalars as they are written: whether 0.10 is a number is nobody's matter here. */
sealed interface YamlNode {
    /** Where it begins. */
    Position at();

    /** How many nodes it is of, itself included; one that aliases repeat counts each time. */
    int size();

    /**
     * A scalar.
     *
     * @param value its text
     * @param plain whether it stands without quotes
     */
    record Text(Position at, String value, boolean plain) implements YamlNode {
        @Override
        public int size() {
            return 1;
        }

        /** Whether YAML's core schema takes it for null. */
        boolean isNull() {
            return plain
                    && (value.isEmpty()
                            || value.equals("~")
                            || value.equals("null")
                            || value.equals("Null")
                            || value.equals("NULL"));
        }
    }

    /** A sequence. */
    record Items(Position at, List<YamlNode> items, int size) implements YamlNode {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A mapping.
     *
     * @param entries its entries in their order, the first of each key
     * @param mistakes keys that are there twice or are no text
     */
    record Entries(Position at, List<Entry> entries, List<Mistake> mistakes, int size) implements YamlNode {
        public Entries {
            mistakes = List.copyOf(mistakes);
            entries = List.copyOf(entries);
        }
    }

    /** An entry of a mapping. */
    record Entry(Text key, YamlNode value) {
        String name() {
            return key.value();
        }
    }
}
