package io.github.logtally.rules.fluentbit;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A section of a configuration: {@code [FILTER]} in the classic format, an entry of {@code filters} in YAML.
 *
 * @param kind {@code FILTER}, {@code INPUT}, {@code SERVICE} ...
 * @param entries its keys in their order, repeated ones several times
 * @param place the file and the line where it begins
 */
record Section(String kind, List<Entry> entries, Place place) {
    /**
     * A key of a section.
     *
     * @param key in lower case, its words separated by {@code _}
     */
    record Entry(String key, String value, int line) {}

    /** A file by its name and a line of it. */
    record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ", line " + line;
        }
    }

    Section {
        entries = List.copyOf(entries);
    }

    /** The plugin's name in lower case; empty where the section has none. */
    String plugin() {
        String name = value("name");
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    /** The section in words: {@code FILTER grep}. */
    String words() {
        return plugin().isEmpty() ? kind : kind + " " + plugin();
    }

    /** What a key says: the last of it, as in Fluent Bit; null where it is not there. */
    @Nullable
    String value(String key) {
        String last = null;
        for (Entry entry : entries) {
            if (entry.key.equals(key)) {
                last = entry.value;
            }
        }
        return last;
    }
}
