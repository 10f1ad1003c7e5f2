package io.github.logtally.rule;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The longest text that a condition needs to find in a message, as far as it is easily told. Null where it is not: that is
 * never wrong, only slower.
 */
final class RequiredLiteral {
    private static final String ENDS_RUN = ".[](){}^$*+?|\\";

    private RequiredLiteral() {}

    static @Nullable String longer(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.length() > one.length() ? other : one;
    }

    static @Nullable String of(Literals pattern) {
        String longest = null;
        for (String text : pattern.texts()) {
            longest = longer(longest, text);
        }
        return longest;
    }

    /**
     * The longest run of plain characters outside of groups and classes. Nothing where there is an alternative at the top, a
     * flag, a quotation, or a control character, whose escape takes any character with it: {@code [\c]]}.
     */
    static @Nullable String of(Pattern regex) {
        String source = regex.pattern();
        if (regex.flags() != 0 || source.contains("\\Q") || source.contains("\\c")) {
            return null;
        }
        String longest = null;
        StringBuilder run = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '|' || isFlagGroup(source, at)) {
                return null;
            }
            if (ENDS_RUN.indexOf(c) < 0) {
                run.append(c);
                at++;
            } else if (c == '\\' && at + 1 < source.length() && !isWord(source.charAt(at + 1))) {
                run.append(source.charAt(at + 1));
                at += 2;
            } else {
                if (isOptional(c)) {
                    dropLast(run);
                }
                longest = longer(longest, run.toString());
                run.setLength(0);
                at = afterSpecial(source, at);
                if (at < 0) {
                    return null;
                }
            }
        }
        return longer(longest, run.toString());
    }

    private static boolean isOptional(char quantifier) {
        return quantifier == '?' || quantifier == '*' || quantifier == '{';
    }

    private static void dropLast(StringBuilder run) {
        if (run.length() > 0) {
            run.setLength(run.length() - Character.charCount(run.codePointBefore(run.length())));
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** An inline flag can change the meaning of everything: {@code (?i)}. */
    private static boolean isFlagGroup(String source, int at) {
        return source.startsWith("(?", at) && at + 2 < source.length() && "<:=!>".indexOf(source.charAt(at + 2)) < 0;
    }

    /** Where it goes on behind a special character with what belongs to it, or -1 where this is not told. */
    private static int afterSpecial(String source, int at) {
        return switch (source.charAt(at)) {
            case '(' -> afterGroup(source, at);
            case '[' -> afterClass(source, at);
            case '{' -> after(source, '}', at);
            case '\\' -> afterEscape(source, at);
            default -> at + 1;
        };
    }

    private static int after(String source, char end, int at) {
        int found = source.indexOf(end, at);
        return found < 0 ? -1 : found + 1;
    }

    /** Escapes that take more than a letter are not read. */
    private static int afterEscape(String source, int at) {
        boolean known = at + 1 < source.length() && "dDwWsSbBtnrzZAGhHvVR".indexOf(source.charAt(at + 1)) >= 0;
        return known ? at + 2 : -1;
    }

    /** Classes can be nested and have brackets in them; only plain ones are read. A bracket that comes first ends none. */
    private static int afterClass(String source, int at) {
        int first = source.startsWith("^", at + 1) ? at + 2 : at + 1;
        int i = first;
        while (i < source.length() && (source.charAt(i) != ']' || i == first)) {
            if (source.charAt(i) == '[' || source.charAt(i) == '&') {
                return -1;
            }
            i += source.charAt(i) == '\\' ? 2 : 1;
        }
        return i < source.length() ? i + 1 : -1;
    }

    private static int afterGroup(String source, int at) {
        int depth = 0;
        int i = at;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\\') {
                i += 2;
                continue;
            }
            if (c == '[') {
                i = afterClass(source, i);
                if (i < 0) {
                    return -1;
                }
                continue;
            }
            if (isFlagGroup(source, i)) {
                return -1;
            }
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
            i++;
        }
        return -1;
    }
}
