package io.github.logtally.rulesfile;

/** Writes items so that they come out of the core's comma-separated settings as they were. */
final class CommaText {
    private CommaText() {}

    /** A text none of whose {@code ,} and {@code =} separates. */
    static String literally(String item) {
        return escaped(item, 0, item.length());
    }

    /** A text whose first {@code =} separates, if it has one. */
    static String entry(String item) {
        int equals = item.indexOf('=');
        return equals < 0 ? literally(item) : escaped(item, 0, equals) + "=" + escaped(item, equals + 1, item.length());
    }

    private static String escaped(String item, int from, int to) {
        StringBuilder escaped = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = item.charAt(i);
            if (c == ',' || c == '=') {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        // Items are trimmed: the space only keeps the backslash from taking the separator behind it
        return to > from && item.charAt(to - 1) == '\\' ? escaped.append(' ').toString() : escaped.toString();
    }
}
