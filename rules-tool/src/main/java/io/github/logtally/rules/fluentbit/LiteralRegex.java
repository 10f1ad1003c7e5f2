package io.github.logtally.rules.fluentbit;

import org.jspecify.annotations.Nullable;

/**
 * A regular expression that says no more than one text.
 *
 * @param text what it finds
 * @param atStart whether the text is at the start
 * @param atEnd whether the text is at the end
 */
record LiteralRegex(String text, boolean atStart, boolean atEnd) {
    private static final String SPECIAL = ".[](){}*+?^$|";

    /** What {@code regex} says, or null where it says more. A dot between letters is taken for a dot. */
    static @Nullable LiteralRegex of(String regex) {
        String rest = regex;
        boolean atStart = false;
        boolean atEnd = false;
        if (rest.startsWith("/") && rest.endsWith("/") && rest.length() > 1) {
            rest = rest.substring(1, rest.length() - 1);
        }
        if (rest.startsWith("^") || rest.startsWith("\\A")) {
            atStart = true;
            rest = rest.substring(rest.startsWith("^") ? 1 : 2);
        } else if (rest.startsWith(".*")) {
            rest = rest.substring(2);
        }
        if (rest.endsWith(".*")) {
            rest = rest.substring(0, rest.length() - 2);
        } else if (rest.endsWith("$") && !rest.endsWith("\\$")) {
            atEnd = true;
            rest = rest.substring(0, rest.length() - 1);
        } else if (rest.endsWith("\\z")) {
            atEnd = true;
            rest = rest.substring(0, rest.length() - 2);
        }
        String text = text(rest);
        return text == null ? null : new LiteralRegex(text, atStart, atEnd);
    }

    private static @Nullable String text(String regex) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\') {
                if (i + 1 == regex.length() || Character.isLetterOrDigit(regex.charAt(i + 1))) {
                    return null;
                }
                text.append(regex.charAt(++i));
            } else if (c == '.' && isBetweenWords(regex, i)) {
                text.append(c);
            } else if (SPECIAL.indexOf(c) >= 0) {
                return null;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isBetweenWords(String regex, int i) {
        return i > 0
                && i + 1 < regex.length()
                && Character.isLetterOrDigit(regex.charAt(i - 1))
                && Character.isLetterOrDigit(regex.charAt(i + 1));
    }
}
