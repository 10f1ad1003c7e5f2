package io.github.logtally.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits comma-separated settings. A backslash takes the next {@code ,} or {@code =} literally, every other backslash
 * stays; items are trimmed.
 */
final class ListReader {
    /**
     * An item of a list.
     *
     * @param text the whole item
     * @param key what stands before its first {@code =}, or the whole of it
     * @param value what stands behind that, or null where it has none
     */
    record Item(String text, String key, @Nullable String value) {}

    private final String text;
    private final boolean references;

    private ListReader(String text, boolean references) {
        this.text = text;
        this.references = references;
    }

    /** The items of a list of plain text. */
    static List<Item> items(String text) throws Mistake {
        return new ListReader(text, false).read();
    }

    /** The items of a list whose values can have references in braces, in which no comma separates. */
    static List<Item> itemsWithReferences(String text) throws Mistake {
        return new ListReader(text, true).read();
    }

    /** The whole texts of the items. */
    static List<String> texts(String text) throws Mistake {
        return items(text).stream().map(Item::text).toList();
    }

    private List<Item> read() throws Mistake {
        Settings.requireText(text);
        List<Item> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        int equals = -1;
        int braceEnd = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean insideBraces = i < braceEnd;
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == ',' || text.charAt(i + 1) == '=')) {
                item.append(text.charAt(++i));
            } else if (c == ',' && !insideBraces) {
                items.add(item(item, equals));
                item.setLength(0);
                equals = -1;
            } else {
                if (c == '=' && equals < 0 && !insideBraces) {
                    equals = item.length();
                } else if (c == '{' && references && !insideBraces) {
                    braceEnd = text.indexOf('}', i);
                }
                item.append(c);
            }
        }
        items.add(item(item, equals));
        return items;
    }

    private Item item(StringBuilder item, int equals) throws Mistake {
        String whole = item.toString().trim();
        if (whole.isEmpty()) {
            throw new Mistake("an item of the list " + Words.quote(text)
                    + " is empty: remove the comma, or write \\, for a comma that belongs to an item.");
        }
        return equals < 0
                ? new Item(whole, whole, null)
                : new Item(
                        whole,
                        item.substring(0, equals).trim(),
                        item.substring(equals + 1).trim());
    }
}
