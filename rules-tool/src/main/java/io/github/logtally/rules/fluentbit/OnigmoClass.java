package io.github.logtally.rules.fluentbit;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A class of characters in brackets, with those in it. */
final class OnigmoClass {
    private static final int DEEPEST = 50;
    private static final Pattern POSIX_BRACKET = Pattern.compile("\\[:(\\^?)([a-z]+):]");

    /** What stands in the brackets of POSIX; Onigmo takes them of all of Unicode. */
    private static final Map<String, String> POSIX = Map.ofEntries(
            Map.entry("alnum", "\\p{IsAlphabetic}\\p{IsDigit}"),
            Map.entry("alpha", "\\p{IsAlphabetic}"),
            Map.entry("ascii", "\\p{ASCII}"),
            Map.entry("blank", "\\p{Zs}\\t"),
            Map.entry("cntrl", "\\p{Cc}"),
            Map.entry("digit", "\\p{IsDigit}"),
            Map.entry("graph", "[^\\p{IsWhite_Space}\\p{Cc}\\p{Cn}\\p{Cs}]"),
            Map.entry("lower", "\\p{IsLowercase}"),
            Map.entry("print", "[[^\\p{IsWhite_Space}\\p{Cc}\\p{Cn}\\p{Cs}]\\p{Zs}]"),
            Map.entry("punct", "\\p{IsPunctuation}$+<=>^`|~"),
            Map.entry("space", "\\p{IsWhite_Space}"),
            Map.entry("upper", "\\p{IsUppercase}"),
            Map.entry("word", "\\p{IsAlphabetic}\\p{M}\\p{IsDigit}\\p{Pc}"),
            Map.entry("xdigit", "0-9a-fA-F"));

    private final String text;
    private final StringBuilder out;
    private int depth;

    OnigmoClass(String text, StringBuilder out) {
        this.text = text;
        this.out = out;
    }

    /** What a name of POSIX means between brackets, or null where there is no such name. */
    static @Nullable String posix(String name) {
        return POSIX.get(name);
    }

    /** Translates the class that begins at {@code start}; returns where it ends. */
    int translate(int start) throws NotTranslatable {
        if (++depth > DEEPEST) {
            throw new NotTranslatable("its classes are nested too deeply");
        }
        int at = start + 1;
        out.append('[');
        if (text.startsWith("^", at)) {
            out.append('^');
            at++;
        }
        if (text.startsWith("]", at)) {
            out.append("\\]");
            at++;
        }
        while (at < text.length() && text.charAt(at) != ']') {
            at = item(at);
        }
        if (at >= text.length()) {
            throw new NotTranslatable("a class of characters has no end");
        }
        out.append(']');
        depth--;
        return at + 1;
    }

    private int item(int at) throws NotTranslatable {
        char c = text.charAt(at);
        Matcher posix = POSIX_BRACKET.matcher(text).region(at, text.length());
        if (c == '[' && posix.lookingAt() && POSIX.containsKey(posix.group(2))) {
            out.append(posix.group(1).isEmpty() ? "" : "[^").append(POSIX.get(posix.group(2)));
            out.append(posix.group(1).isEmpty() ? "" : "]");
            return posix.end();
        }
        if (c == '[') {
            return translate(at);
        }
        if (c == '\\') {
            return OnigmoEscape.translate(text, at, true, out);
        }
        out.append(c);
        return at + 1;
    }
}
