package io.github.logtally.rules.fluentbit;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What stands behind a backslash, in and outside of a class of characters. */
final class OnigmoEscape {
    private static final Pattern CODE = Pattern.compile("\\\\x(?:\\{([0-9a-fA-F]{1,6})}|([0-9a-fA-F]{1,2}))");
    private static final Pattern OCTAL = Pattern.compile("\\\\(0[0-7]{0,2})");
    private static final Pattern PROPERTY = Pattern.compile("\\\\([pP])\\{(\\^?)([\\w ]+)}");
    private static final int BYTES = 0x7F;

    /** What Java and Onigmo mean alike; the others behind a backslash are themselves. */
    private static final String ALIKE = "AzZGbBdDwWsSRXntrfae";

    private OnigmoEscape() {}

    /** The character behind the backslash. */
    static char letter(String text, int at) throws NotTranslatable {
        if (at + 1 == text.length()) {
            throw new NotTranslatable("a backslash ends it");
        }
        return text.charAt(at + 1);
    }

    /** Writes Java's way for the escape that begins at {@code at}; returns where it ends. */
    static int translate(String text, int at, boolean inClass, StringBuilder out) throws NotTranslatable {
        char c = letter(text, at);
        Matcher code = CODE.matcher(text).region(at, text.length());
        Matcher octal = OCTAL.matcher(text).region(at, text.length());
        Matcher property = PROPERTY.matcher(text).region(at, text.length());
        if (code.lookingAt()) {
            out.append(code(code));
            return code.end();
        }
        if (octal.lookingAt()) {
            out.append(hex(Integer.parseInt(octal.group(1), 8)));
            return octal.end();
        }
        if (property.lookingAt()) {
            boolean not = property.group(1).equals("P") == property.group(2).isEmpty();
            out.append(property(property.group(3), not));
            return property.end();
        }
        switch (c) {
            case 'h' -> out.append(inClass ? "0-9a-fA-F" : "[0-9a-fA-F]");
            case 'H' -> out.append("[^0-9a-fA-F]");
            case 'v' -> out.append(hex(0x0B));
            case 'c', 'C', 'M', 'u' -> throw new NotTranslatable("java.util.regex has no \\" + c + " of this kind");
            default -> {
                if (inClass && c == 'b') {
                    out.append(hex('\b'));
                } else if (inClass && (c == 'R' || c == 'X')) {
                    out.append(c);
                } else if (ALIKE.indexOf(c) >= 0 || !Character.isLetterOrDigit(c)) {
                    out.append('\\').append(c);
                } else {
                    out.append(c);
                }
            }
        }
        return at + 2;
    }

    private static String code(Matcher code) throws NotTranslatable {
        for (int group = 1; group <= 2; group++) {
            if (code.group(group) != null) {
                int value = Integer.parseInt(code.group(group), 16);
                if (group == 2 && value > BYTES) {
                    throw new NotTranslatable(code.group() + " is a byte and no character");
                }
                return hex(value);
            }
        }
        throw new IllegalStateException("one of the groups has matched");
    }

    private static String hex(int value) {
        return value <= 0xFF ? String.format("\\x%02X", value) : String.format("\\x{%X}", value);
    }

    /** A property of Unicode, by its own name or by the POSIX one. */
    private static String property(String name, boolean not) throws NotTranslatable {
        String posix = OnigmoClass.posix(name.toLowerCase(Locale.ROOT));
        if (posix != null) {
            return "[" + (not ? "^" : "") + posix + "]";
        }
        for (String java : List.of(name, "Is" + name)) {
            String property = (not ? "\\P{" : "\\p{") + java + "}";
            if (compiles(property)) {
                return property;
            }
        }
        throw new NotTranslatable("java.util.regex has no property '" + name + "'");
    }

    private static boolean compiles(String regex) {
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
