package io.github.logtally.config;

import org.jspecify.annotations.Nullable;

/** What message patterns and value templates have in common: pairs of braces, and names for what cannot stand bare. */
final class Braces {
    private Braces() {}

    /** The index of the brace that closes the one at {@code start}. */
    static int end(String text, int start, String advice) throws Mistake {
        int end = text.indexOf('}', start);
        int next = text.indexOf('{', start + 1);
        if (end < 0 || (next >= 0 && next < end)) {
            throw lone(text, start, advice);
        }
        return end;
    }

    /** A brace that has no partner. */
    static Mistake lone(String text, int at, String advice) {
        return new Mistake("the '" + text.charAt(at) + "' at character " + (at + 1) + " of " + Words.quote(text)
                + " has no partner." + advice);
    }

    /** The character that {@code {lbrace}}, {@code {rbrace}} or {@code {sp}} stand for, or null. */
    static @Nullable String literal(String content) {
        return switch (content) {
            case "lbrace" -> "{";
            case "rbrace" -> "}";
            case "sp" -> " ";
            default -> null;
        };
    }
}
