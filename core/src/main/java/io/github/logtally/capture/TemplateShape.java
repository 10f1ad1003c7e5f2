package io.github.logtally.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message template and its number of arguments say about the formatted message: literals with arguments in
 * between.
 *
 * <p>Both frameworks fill each <code>{}</code> with the next argument, leave those beyond the last argument as they are,
 * and take <code>\{}</code> for a literal <code>{}</code>. Where they differ (several backslashes; escapes among holes that
 * stay unfilled) there is no shape, and the formatted message decides.
 */
public final class TemplateShape {
    private static final String HOLE = "{}";

    private final List<String> literals;

    private TemplateShape(List<String> literals) {
        this.literals = List.copyOf(literals);
    }

    /** The shape of a template filled with this many arguments, or null where it cannot be told. */
    public static @Nullable TemplateShape of(String template, int arguments) {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        boolean escaped = false;
        int holes = 0;
        int from = 0;
        for (int at = template.indexOf(HOLE); at >= 0; at = template.indexOf(HOLE, from)) {
            int backslashes = backslashesBefore(template, at, from);
            if (backslashes > 1) {
                return null;
            }
            literal.append(template, from, at - backslashes);
            from = at + HOLE.length();
            if (backslashes == 1) {
                escaped = true;
                literal.append(HOLE);
            } else if (holes++ < arguments) {
                literals.add(literal.toString());
                literal.setLength(0);
            } else {
                literal.append(HOLE);
            }
        }
        if (escaped && (holes > arguments || arguments == 0)) {
            return null;
        }
        literals.add(literal.append(template, from, template.length()).toString());
        return new TemplateShape(literals);
    }

    private static int backslashesBefore(String template, int at, int from) {
        int count = 0;
        while (at - count > from && template.charAt(at - count - 1) == '\\') {
            count++;
        }
        return count;
    }

    /** One literal more than there are holes: before, between and after them; any may be empty. */
    public List<String> literals() {
        return literals;
    }

    /** How many arguments are filled in. */
    public int holes() {
        return literals.size() - 1;
    }
}
