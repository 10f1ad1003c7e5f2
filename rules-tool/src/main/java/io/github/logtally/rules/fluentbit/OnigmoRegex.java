package io.github.logtally.rules.fluentbit;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a regular expression of Onigmo, Fluent Bit's library with Ruby's grammar, into one of {@code java.util.regex} that
 * finds the same.
 *
 * <p>They differ in what looks alike. In Ruby {@code ^} and {@code $} are those of lines, {@code (?m)} lets a dot take
 * line ends, a {@code +} behind <code>{2}</code> repeats the repetition, {@code \h} is a hexadecimal digit, and an option
 * in the middle reaches over the alternatives behind it. What Java cannot say is refused.
 */
final class OnigmoRegex {
    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 200;

    /** Stands for {@code ^} until it is known how to write it; of a private use, and refused in what is written. */
    private static final String LINE_START = "\uF8FF";

    private static final Pattern INTERVAL = Pattern.compile("\\{(\\d{1,6})?(,?)(\\d{1,6})?}");
    private static final Pattern OPTIONS = Pattern.compile("\\(\\?([imxadu]*)(?:-([imx]*))?([:)])");
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?(?:<(\\w+)>|'(\\w+)')");

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Map<String, String> names = new HashMap<>();
    private int at;
    private int depth;
    private boolean extended;
    private boolean lineAnchors;
    private boolean dots;

    private OnigmoRegex(String text) {
        this.text = text;
    }

    /**
     * An expression of Java, which compiles.
     *
     * @param groups the names of its groups as they were, each with the one that it has in Java
     */
    record Translation(String regex, Map<String, String> groups) {}

    static Translation translate(String written) throws NotTranslatable {
        if (written.length() > LONGEST || written.contains(LINE_START)) {
            throw new NotTranslatable("it is longer than " + LONGEST + " characters, or has one of a private use");
        }
        String body = written;
        String options = "";
        int end = written.lastIndexOf('/');
        if (written.startsWith("/") && end > 0 && written.substring(end + 1).matches("[imxo]*")) {
            body = written.substring(1, end);
            options = written.substring(end + 1);
        }
        OnigmoRegex regex = new OnigmoRegex(withoutSurroundings(body));
        regex.extended = options.contains("x");
        regex.alternatives();
        if (regex.at < regex.text.length()) {
            throw new NotTranslatable("a parenthesis closes nothing");
        }
        String flags = javaOptions(options) + (regex.lineAnchors ? "md" : regex.dots ? "d" : "");
        String prefix = flags.isEmpty() ? "" : "(?" + flags + ")";
        try {
            return new Translation(prefix + regex.anchored(prefix), Map.copyOf(regex.names));
        } catch (PatternSyntaxException e) {
            throw new NotTranslatable("java.util.regex does not take it: " + e.getDescription());
        }
    }

    /**
     * The expression with its {@code ^} as they are wherever that finds the same. Java's does not hold in an empty text, the
     * only one in which the start of a line is not found by it.
     */
    private String anchored(String prefix) {
        String plain = out.toString().replace(LINE_START, "^");
        String exact = out.toString().replace(LINE_START, "(?:^|\\A)");
        boolean same = Pattern.compile(prefix + plain).matcher("").find()
                == Pattern.compile(prefix + exact).matcher("").find();
        return same ? plain : exact;
    }

    /** Without what may stand around in any line: it finds the same, and goes on where {@code .*} would start over. */
    private static String withoutSurroundings(String regex) {
        if (regex.contains("|")) {
            return regex;
        }
        String shorter = regex.replaceFirst("^\\^?\\.\\*(?![?+*{])", "");
        String trimmed = shorter.replaceFirst("(?<!\\\\)\\.\\*\\$?$", "");
        return trimmed.isEmpty() ? regex : trimmed;
    }

    /** Translates up to the end, or up to the parenthesis that closes the group. */
    private void alternatives() throws NotTranslatable {
        if (++depth > DEEPEST) {
            throw new NotTranslatable("it is nested too deeply");
        }
        while (at < text.length() && text.charAt(at) != ')') {
            int start = out.length();
            if (atom()) {
                quantifiers(start);
            }
        }
        depth--;
    }

    /** Translates one thing; returns whether it can be repeated. */
    private boolean atom() throws NotTranslatable {
        char c = text.charAt(at);
        if (extended && (Character.isWhitespace(c) || c == '#')) {
            int end = c == '#' ? text.indexOf('\n', at) : at;
            at = end < 0 ? text.length() : end + 1;
            return false;
        }
        switch (c) {
            case '(' -> {
                return group();
            }
            case '[' -> at = new OnigmoClass(text, out).translate(at);
            case '\\' -> escape();
            case '{' -> copy("\\{");
            case '|' -> {
                copy("|");
                return false;
            }
            case '^' -> {
                lineAnchors = true;
                copy(LINE_START);
            }
            case '$' -> {
                lineAnchors = true;
                copy("$");
            }
            case '.' -> {
                dots = true;
                copy(".");
            }
            default -> copy(String.valueOf(c));
        }
        return true;
    }

    private void copy(String java) {
        out.append(java);
        at++;
    }

    private boolean group() throws NotTranslatable {
        if (text.startsWith("(?#", at)) {
            at = text.indexOf(')', at) + 1;
            if (at == 0) {
                throw new NotTranslatable("a comment has no end");
            }
            return false;
        }
        boolean outside = extended;
        Matcher name = GROUP_NAME.matcher(text).region(at, text.length());
        Matcher options = OPTIONS.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            out.append("(?<").append(declare(name)).append('>');
            at = name.end();
        } else if (options.lookingAt()) {
            String off = options.group(2) == null ? "" : options.group(2);
            extended = (extended || options.group(1).contains("x")) && !off.contains("x");
            String minus = javaOptions(off).replace("u", "");
            out.append("(?").append(javaOptions(options.group(1)));
            out.append(minus.isEmpty() ? ":" : "-" + minus + ":");
            at = options.end();
            if (options.group(3).equals(")")) {
                alternatives();
                out.append(')');
                extended = outside;
                return false;
            }
        } else if (text.startsWith("(?~", at) || text.startsWith("(?(", at)) {
            throw new NotTranslatable("java.util.regex has nothing like " + text.substring(at, at + 3) + "..)");
        } else {
            copy("(");
            for (String kind : new String[] {"?<=", "?<!", "?=", "?!", "?>"}) {
                if (text.startsWith(kind, at)) {
                    out.append(kind);
                    at += kind.length();
                    break;
                }
            }
        }
        alternatives();
        if (at == text.length()) {
            throw new NotTranslatable("a group has no end");
        }
        copy(")");
        extended = outside;
        return true;
    }

    /** A name that Java takes: letters and digits. */
    private String declare(Matcher group) throws NotTranslatable {
        String name = group.group(1) == null ? group.group(2) : group.group(1);
        String java = javaName(name);
        if (!java.matches("[a-zA-Z][a-zA-Z0-9]*") || names.containsValue(java)) {
            throw new NotTranslatable("java.util.regex has no two groups of one name, and none named '" + name + "'");
        }
        names.put(name, java);
        return java;
    }

    /** {@code userId} for {@code user_id}. */
    static String javaName(String name) {
        return Pattern.compile("_+(\\w?)")
                .matcher(name)
                .replaceAll(found -> found.start() == 0 ? found.group(1) : capital(found.group(1)));
    }

    private static String capital(String letter) {
        return letter.isEmpty() ? "" : String.valueOf(Character.toUpperCase(letter.charAt(0)));
    }

    private void escape() throws NotTranslatable {
        char c = OnigmoEscape.letter(text, at);
        if (c == 'k') {
            backReference();
        } else if (c == 'K') {
            at += 2;
        } else if (c == 'g') {
            throw new NotTranslatable("java.util.regex cannot call a group with \\g");
        } else if (c >= '1' && c <= '9') {
            out.append('\\').append(c);
            at += 2;
        } else {
            lineAnchors |= c == 'Z';
            at = OnigmoEscape.translate(text, at, false, out);
        }
    }

    private void backReference() throws NotTranslatable {
        Matcher reference =
                Pattern.compile("\\\\k(?:<(\\w+)>|'(\\w+)')").matcher(text).region(at, text.length());
        if (!reference.lookingAt()) {
            throw new NotTranslatable("java.util.regex has no such reference as \\k here");
        }
        String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
        String java = names.get(name);
        if (java == null) {
            throw new NotTranslatable("\\k<" + name + "> refers to no group in front of it");
        }
        out.append("\\k<").append(java).append('>');
        at = reference.end();
    }

    /** Translates what repeats the atom that begins at {@code start} of the output. */
    private void quantifiers(int start) {
        for (boolean first = true; at < text.length(); first = false) {
            char c = text.charAt(at);
            Matcher interval = INTERVAL.matcher(text).region(at, text.length());
            boolean braces = c == '{'
                    && interval.lookingAt()
                    && (interval.group(1) != null || interval.group(3) != null)
                    && (interval.group(1) != null || !interval.group(2).isEmpty());
            if (!braces && c != '*' && c != '+' && c != '?') {
                return;
            }
            if (!first) {
                out.insert(start, "(?:").append(')');
            }
            if (braces) {
                boolean exact = interval.group(2).isEmpty();
                String from = interval.group(1) == null ? "0" : interval.group(1);
                String to = interval.group(3) == null ? "" : interval.group(3);
                out.append('{').append(from).append(exact ? "" : "," + to).append('}');
                at = interval.end();
                if (!exact && text.startsWith("?", at)) {
                    copy("?");
                }
            } else {
                copy(String.valueOf(c));
                if (text.startsWith("?", at) || text.startsWith("+", at)) {
                    copy(text.substring(at, at + 1));
                }
            }
        }
    }

    private static String javaOptions(String ruby) {
        StringBuilder java = new StringBuilder();
        for (int i = 0; i < ruby.length(); i++) {
            java.append(
                    switch (ruby.charAt(i)) {
                        case 'i' -> "iu";
                        case 'm' -> "s";
                        case 'u' -> "U";
                        default -> "";
                    });
        }
        return java.toString();
    }
}
