package io.github.logtally.config;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How messages to the user quote and list things. */
public final class Words {
    /** Characters of the user's text that a message repeats. */
    private static final int QUOTED_LENGTH = 80;

    private Words() {}

    /** The user's text in quotes, on one line, cut where it is long. */
    public static String quote(String text) {
        return "'" + cut(text) + "'";
    }

    /** The user's text on one line, cut where it is long. */
    public static String cut(String text) {
        StringBuilder line = new StringBuilder();
        int end = text.length();
        if (end > QUOTED_LENGTH) {
            end = Character.isHighSurrogate(text.charAt(QUOTED_LENGTH - 1)) ? QUOTED_LENGTH - 1 : QUOTED_LENGTH;
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
