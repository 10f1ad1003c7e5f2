package io.github.logtally.config;

import java.util.ArrayList;
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

    static Pattern read(String text) throws Mistake {
        Settings.requireText(text);
        if (text.length() > LONGEST) {
            throw new Mistake("a regular expression of " + text.length() + " characters is too long: " + LONGEST
                    + " are allowed.");
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            String at = e.getIndex() < 0 ? "" : " near character " + (e.getIndex() + 1);
            throw new Mistake(Words.quote(text) + " is no regular expression: " + e.getDescription() + at + ".");
        } catch (StackOverflowError tooDeep) {
            throw new Mistake(Words.quote(text) + " is nested too deeply for java.util.regex.");
        }
    }

    /**
     * The names of the named groups, in their order.
     *
     * <p>What looks like the start of one can stand in a quotation or in a class of characters, and Java 17 tells
     * nobody which groups there are; a matcher that has matched does, name by name. With an empty alternative in front
     * the pattern matches the empty text.
     */
    static List<String> groups(Pattern regex) {
        Set<String> candidates = new LinkedHashSet<>();
        Matcher start = GROUP_START.matcher(regex.pattern());
        while (start.find()) {
            candidates.add(start.group(1));
        }
        List<String> groups = new ArrayList<>();
        if (candidates.isEmpty()) {
            return groups;
        }
        Matcher matched = Pattern.compile("|" + regex.pattern()).matcher("");
        if (matched.lookingAt()) {
            for (String candidate : candidates) {
                if (isGroup(matched, candidate)) {
                    groups.add(candidate);
                }
            }
        }
        return groups;
    }

    private static boolean isGroup(Matcher matched, String name) {
        try {
            return matched.start(name) == -1;
        } catch (IllegalArgumentException noSuchGroup) {
            return false;
        }
    }
}
