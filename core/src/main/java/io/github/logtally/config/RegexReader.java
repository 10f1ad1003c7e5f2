package io.github.logtally.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads regular expressions and finds their named groups. */
final class RegexReader {
    /** Characters a regular expression can have. */
    static final int LONGEST = 10_000;

    private static final Pattern GROUP_START = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private RegexReader() {}

    /** A compiled regular expression and the names of its named groups, in their order. */
    record Regex(Pattern pattern, List<String> groups) {}

    static Regex read(String text) throws Mistake {
        Settings.requireText(text);
        if (text.length() > LONGEST) {
            throw new Mistake("a regular expression of " + text.length() + " characters is too long: " + LONGEST
                    + " are allowed.");
        }
        try {
            return new Regex(Pattern.compile(text), groups(text));
        } catch (PatternSyntaxException e) {
            String at = e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1);
            throw new Mistake(
                    Words.quote(text) + " is no regular expression: " + Words.said(e.getDescription()) + at + ".");
        } catch (StackOverflowError tooDeep) {
            // The parser turns its own into a syntax error; the analysis behind it recurses, too
            throw new Mistake(Words.quote(text) + " is too long or nested too deeply for java.util.regex.");
        }
    }

    /**
     * The names of the named groups of a regular expression that compiles.
     *
     * <p>What looks like the start of one can stand in a quotation or in a class of characters, and Java 17 tells
     * nobody which groups there are; a matcher that has matched does, name by name. With an empty alternative in front
     * the pattern matches the empty text.
     */
    private static List<String> groups(String regex) {
        Set<String> candidates = new LinkedHashSet<>();
        Matcher start = GROUP_START.matcher(regex);
        while (start.find()) {
            candidates.add(start.group(1));
        }
        if (candidates.isEmpty()) {
            return List.of();
        }
        Matcher matched = Pattern.compile("|" + regex).matcher("");
        if (!matched.lookingAt()) {
            throw new IllegalStateException("an empty alternative matches everywhere");
        }
        return candidates.stream().filter(name -> isGroup(matched, name)).toList();
    }

    private static boolean isGroup(Matcher matched, String name) {
        try {
            return matched.start(name) == -1;
        } catch (IllegalArgumentException noSuchGroup) {
            return false;
        }
    }
}
