package io.github.logtally.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message template and its number of arguments say about the formatted message: literals with arguments in
 * between.
 *
 * <p>Both frameworks fill each <code>{}</code> with the next argument, leave those beyond the last argument as they are,
 * and take <code>\{}</code> for a literal <code>{}</code>. Where they differ (two backslashes side by side; escapes where no hole
 * is, or where one stays unfilled) there is no shape, and the formatted message decides.
 */
public final class TemplateShape {
    private static final String HOLE = "{}";
    private static final String TWO_BACKSLASHES = "\\\\";

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
            boolean escape = at > from && template.charAt(at - 1) == '\\';
            literal.append(template, from, escape ? at - 1 : at);
            from = at + HOLE.length();
            if (escape) {
                escaped = true;
                literal.append(HOLE);
            } else if (holes++ < arguments) {
                literals.add(literal.toString());
                literal.setLength(0);
            } else {
                literal.append(HOLE);
            }
        }
        if (escaped && (holes > arguments || holes == 0 || arguments == 0)) {
            return null;
        }
        if (holes > 0 && template.contains(TWO_BACKSLASHES)) {
            return null;
        }
        literals.add(literal.append(template, from, template.length()).toString());
        return new TemplateShape(literals);
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
