package io.github.logtally.rules.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads layout patterns of both frameworks. Where they differ, both are taken: Logback groups by parentheses, Log4j by braces
 * after the word; a parenthesis without a group is text. Used once.
 */
final class LayoutParser {
    private static final String PLACEHOLDER = "${";

    private final String pattern;
    private int at;

    private LayoutParser(String pattern) {
        this.pattern = pattern;
    }

    static List<Part> parse(String pattern) throws LayoutException {
        return new LayoutParser(pattern).parts(false);
    }

    private List<Part> parts(boolean inGroup) throws LayoutException {
        List<Part> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == ')' && inGroup) {
                break;
            }
            if (c == '\\' && at + 1 < pattern.length()) {
                text.append(escaped(pattern.charAt(at + 1)));
                at += 2;
            } else if (c == '%' && pattern.startsWith("%%", at)) {
                text.append('%');
                at += 2;
            } else if (c == '%') {
                flush(text, parts);
                at++;
                word(parts);
            } else if (pattern.startsWith(PLACEHOLDER, at)) {
                flush(text, parts);
                placeholder(parts);
            } else {
                text.append(c);
                at++;
            }
        }
        flush(text, parts);
        return parts;
    }

    private static void flush(StringBuilder text, List<Part> parts) {
        if (text.length() > 0) {
            parts.add(new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    private static char escaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private void word(List<Part> parts) throws LayoutException {
        int start = at;
        boolean left = skip('-');
        boolean zeros = !left && at < pattern.length() && pattern.charAt(at) == '0';
        int min = number(0);
        int max = Integer.MAX_VALUE;
        if (skip('.')) {
            skip('-');
            max = number(Integer.MAX_VALUE);
        }
        if (at < pattern.length() && pattern.charAt(at) == '(') {
            parts.addAll(group());
            padding(parts, min);
            return;
        }
        Conversion conversion = conversion();
        if (conversion == null) {
            throw new LayoutException("'%" + rest(start) + "': there is no such conversion word in Logback or Log4j."
                    + " If it is the application's own, write what it puts there as text, or %class if it varies.");
        }
        if (conversion == Conversion.GROUP || conversion == Conversion.OPTIONAL) {
            List<Part> inner = content(start);
            if (conversion == Conversion.OPTIONAL) {
                parts.add(new Part.Maybe(inner));
            } else {
                parts.addAll(inner);
            }
            padding(parts, min);
            return;
        }
        if (at < pattern.length() && pattern.charAt(at) == '(') {
            group();
        }
        parts.add(new Part.Word(conversion, zeros ? 0 : min, Math.max(min, max), options()));
    }

    private static void padding(List<Part> parts, int min) {
        if (min > 0) {
            parts.add(new Part.Spaces());
        }
    }

    /** The longest conversion word that the text begins with, as Log4j finds it: {@code %mx} is {@code %m} and text. */
    private @Nullable Conversion conversion() {
        int end = at;
        while (end < pattern.length() && Character.isJavaIdentifierPart(pattern.charAt(end))) {
            end++;
        }
        for (int candidate = end; candidate > at; candidate--) {
            Conversion found = Conversion.of(pattern.substring(at, candidate));
            if (found != null) {
                at = candidate;
                return found;
            }
        }
        return null;
    }

    private List<Part> group() throws LayoutException {
        int start = at;
        at++;
        List<Part> inner = parts(true);
        if (!skip(')')) {
            throw new LayoutException("'" + rest(start) + "': the parenthesis is not closed");
        }
        options();
        return inner;
    }

    private List<Part> content(int start) throws LayoutException {
        if (at < pattern.length() && pattern.charAt(at) == '(') {
            return group();
        }
        List<String> options = options();
        if (options.isEmpty()) {
            throw new LayoutException("'%" + rest(start) + "': it needs a pattern in parentheses or braces");
        }
        return parse(options.get(0));
    }

    private List<String> options() throws LayoutException {
        List<String> options = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) == '{') {
            options.add(inBraces());
        }
        return options;
    }

    private String inBraces() throws LayoutException {
        int start = at;
        int depth = 0;
        for (; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                at++;
                return pattern.substring(start + 1, at - 1);
            }
        }
        throw new LayoutException("'" + rest(start) + "': the brace is not closed");
    }

    /** What a framework or the environment puts there: the process id by its usual name, anything else must be written out. */
    private void placeholder(List<Part> parts) throws LayoutException {
        int start = at;
        at++;
        String content = inBraces();
        String name = content.substring(
                content.lastIndexOf(':', content.indexOf(":-") < 0 ? content.length() : content.indexOf(":-") - 1) + 1);
        if (!name.startsWith("PID") && !content.startsWith("PID")) {
            throw new LayoutException("'" + pattern.substring(start, at)
                    + "': write what stands there in the log, or leave it out if nothing does");
        }
        parts.add(new Part.Word(Conversion.NUMBER, 0, Integer.MAX_VALUE, List.of()));
    }

    private boolean skip(char c) {
        boolean there = at < pattern.length() && pattern.charAt(at) == c;
        if (there) {
            at++;
        }
        return there;
    }

    private int number(int otherwise) {
        int start = at;
        while (at < pattern.length() && Character.isDigit(pattern.charAt(at))) {
            at++;
        }
        return start == at || at - start > 6 ? otherwise : Integer.parseInt(pattern.substring(start, at));
    }

    private String rest(int from) {
        return pattern.substring(from, Math.min(pattern.length(), from + 20));
    }
}
