package io.github.logtally.rules.layout;

import org.jspecify.annotations.Nullable;

/** Maps as layouts write them: <code>{a=1, b=2}</code>, {@code a=1, b=2}, {@code a="1" b="2"}. */
final class Pairs {
    private Pairs() {}

    /** The value of a key, or null where it is not there. */
    static @Nullable String value(String pairs, String key) {
        for (int at = pairs.indexOf(key); at >= 0; at = pairs.indexOf(key, at + 1)) {
            int equals = at + key.length();
            boolean begins = at == 0 || "{, ".indexOf(pairs.charAt(at - 1)) >= 0;
            if (begins && equals < pairs.length() && pairs.charAt(equals) == '=') {
                return valueAt(pairs, equals + 1);
            }
        }
        return null;
    }

    private static String valueAt(String pairs, int from) {
        if (from < pairs.length() && (pairs.charAt(from) == '"' || pairs.charAt(from) == '\'')) {
            int end = pairs.indexOf(pairs.charAt(from), from + 1);
            return pairs.substring(from + 1, end < 0 ? pairs.length() : end);
        }
        int comma = pairs.indexOf(", ", from);
        int end = comma < 0 ? pairs.length() : comma;
        boolean closes = comma < 0 && pairs.startsWith("{") && pairs.endsWith("}");
        return pairs.substring(from, closes ? end - 1 : end);
    }
}
