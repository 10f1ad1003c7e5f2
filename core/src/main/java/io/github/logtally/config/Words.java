package io.github.logtally.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How messages to the user quote and list things. */
public final class Words {
    /** Characters of the user's text that a message repeats. */
    private static final int QUOTED_LENGTH = 80;

    /** Characters that a message repeats of what a library says. */
    private static final int SAID_LENGTH = 300;

    private Words() {}

    /** The user's text in quotes, on one line, cut where it is long. */
    public static String quote(String text) {
        return "'" + cut(text) + "'";
    }

    /** The user's text on one line, cut where it is long. */
    public static String cut(String text) {
        return cut(text, QUOTED_LENGTH);
    }

    /** What a library says is wrong, on one line, cut where it is long: it can repeat all of the user's text as it is. */
    public static String said(@Nullable String message) {
        return cut(String.valueOf(message), SAID_LENGTH);
    }

    private static String cut(String text, int length) {
        StringBuilder line = new StringBuilder();
        int end = text.length();
        if (end > length) {
            end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.append(end < text.length() ? "..." : "").toString();
    }

    /** {@code a, b, c}; {@code none} where there is nothing. */
    public static String list(Collection<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    /** {@code ; did you mean 'x'?}, or a full stop where nothing is near. */
    static String didYouMean(@Nullable String suggestion) {
        return suggestion == null ? "." : "; did you mean " + quote(suggestion) + "?";
    }

    /** {@link #didYouMean(String)} of the nearest of {@code candidates}. */
    public static String didYouMean(String found, Collection<String> candidates) {
        return didYouMean(Nearest.of(found, candidates));
    }
}
