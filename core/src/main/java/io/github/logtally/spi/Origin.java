package io.github.logtally.spi;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where in a file an element was written, and what whoever read it found wrong: the core says where each mistake stands, its
 * own ones included. Immutable.
 *
 * @param start where the element begins
 * @param settings where each of its settings stands, by name
 * @param mistakes what is wrong with the element already; one is enough to refuse the rule
 */
@ProviderType
public record Origin(Position start, Map<String, Position> settings, List<Mistake> mistakes) {
    /**
     * An origin that has copies of the positions and of the mistakes.
     *
     * @param start as in {@link #start}
     * @param settings as in {@link #settings}
     * @param mistakes as in {@link #mistakes}
     */
    public Origin {
        settings = Map.copyOf(settings);
        mistakes = List.copyOf(mistakes);
    }

    /**
     * Where a setting stands, or the element where it has no such setting.
     *
     * @param setting its name
     * @return its position
     */
    public Position of(String setting) {
        return settings.getOrDefault(setting, start);
    }

    /**
     * A place in a file.
     *
     * @param file the name of the file, for messages
     * @param line from 1, or 0 for the file as a whole
     * @param column in characters (code points), from 1
     */
    @ProviderType
    public record Position(String file, int line, int column) {
        /**
         * {@code file:line:column}, which editors and terminals make a link of, or the file alone.
         *
         * @return the text
         */
        public String text() {
            return line == 0 ? file : file + ":" + line + ":" + column;
        }
    }

    /**
     * Something that the core cannot see from the texts of the settings.
     *
     * @param at where it stands
     * @param setting the setting, or empty for the element as a whole
     * @param message what was found and what is allowed, one line
     */
    @ProviderType
    public record Mistake(Position at, String setting, String message) {}
}
