package io.github.logtally.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses text with references in it: the values of labels and the {@code value} setting. */
final class TemplateParser {
    private static final String BRACES =
            " References stand in a pair of braces, {level}; a literal brace is written" + " {lbrace} or {rbrace}.";
    private static final String DEFAULT_SIGN = ":-";

    private final String text;
    private final References references;
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();

    private TemplateParser(String text, References references) {
        this.text = text;
        this.references = references;
    }

    static ValueTemplate parse(String text, References references) throws Mistake {
        return new TemplateParser(text, references).parse();
    }

    private ValueTemplate parse() throws Mistake {
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
                plain.append(c);
                at++;
            }
        }
        endText();
        return new ValueTemplate(pieces);
    }

    private void braces(String content) throws Mistake {
        String character = Braces.literal(content);
        if (character != null) {
            plain.append(character);
            return;
        }
        int sign = content.indexOf(DEFAULT_SIGN);
        String name = sign < 0 ? content : content.substring(0, sign);
        @Nullable String fallback = sign < 0 ? null : content.substring(sign + DEFAULT_SIGN.length());
        endText();
        pieces.add(new Piece.Ref(references.resolve(name), fallback));
    }

    private void endText() {
        if (!plain.isEmpty()) {
            pieces.add(new Piece.Text(plain.toString()));
            plain.setLength(0);
        }
    }
}
