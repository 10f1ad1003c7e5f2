package io.github.logtally.config;

import io.github.logtally.config.MessagePattern.Hole;
import io.github.logtally.config.MessagePattern.Literal;
import io.github.logtally.config.MessagePattern.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses the {@code message} setting: literal text with holes in braces. */
final class MessagePatternParser {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String BRACES = " A literal brace is written {lbrace} or {rbrace}.";

    private final String text;
    private final List<Part> parts = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final StringBuilder literal = new StringBuilder();

    private MessagePatternParser(String text) {
        this.text = text;
    }

    static MessagePattern parse(String text) throws Mistake {
        return new MessagePatternParser(Settings.requireText(text)).parse();
    }

    private MessagePattern parse() throws Mistake {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                int end = Braces.end(text, at, BRACES);
                braces(text.substring(at + 1, end));
                at = end + 1;
            } else if (c == '}') {
                throw Braces.lone(text, at, BRACES);
            } else {
                literal.append(c);
                at++;
            }
        }
        endLiteral();
        return new MessagePattern(parts);
    }

    private void braces(String content) throws Mistake {
        String character = Braces.literal(content);
        if (character != null) {
            literal.append(character);
            return;
        }
        endLiteral();
        if (!parts.isEmpty() && parts.get(parts.size() - 1) instanceof Hole) {
            throw new Mistake("nothing stands between a hole and the hole " + Words.quote("{" + content + "}")
                    + " behind it: where the one ends cannot be told. Make them one hole, or put text between them.");
        }
        if (content.isEmpty() || content.equals("*")) {
            parts.add(new Hole(null));
            return;
        }
        checkName(content);
        parts.add(new Hole(content));
    }

    private void checkName(String name) throws Mistake {
        if (!NAME.matcher(name).matches()) {
            throw new Mistake(Words.quote("{" + name + "}")
                    + " is no hole: its name has letters, digits and _ and begins with no digit; {*} is a hole nobody names."
                    + BRACES);
        }
        if (References.isBuiltIn(name)) {
            throw new Mistake("a hole cannot be named " + Words.quote(name) + ": {" + name
                    + "} is a built-in reference. Choose another name, or {*} for a hole nobody names.");
        }
        if (!names.add(name)) {
            throw new Mistake("two holes are named " + Words.quote(name)
                    + ". Choose another name, or {*} for a hole nobody names.");
        }
    }

    private void endLiteral() {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }
}
