package io.github.logtally.rules.fluentbit;

import java.util.Locale;
import java.util.Set;

/** Writes texts as YAML. */
final class YamlText {
    private static final Set<String> NO_TEXT = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private static final int WIDTH = 118;

    private YamlText() {}

    /** A text as a scalar on one line that every reader takes for this text. */
    static String scalar(String text) {
        boolean plain = text.matches("[A-Za-z_][A-Za-z0-9_.,()/-]*(?: [A-Za-z0-9_.,()/-]+)*")
                && !NO_TEXT.contains(text.toLowerCase(Locale.ROOT));
        if (plain) {
            return text;
        }
        if (text.codePoints().allMatch(YamlText::isPrintable)) {
            return "'" + text.replace("'", "''") + "'";
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static boolean isPrintable(int c) {
        boolean latin = (c >= ' ' && c < 0x7F) || (c >= 0xA0 && c < 0xD800);
        return latin || (c > 0xE000 && c < 0xFFFE && c != 0xFEFF);
    }

    private static void append(StringBuilder quoted, int c) {
        if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
        } else if (isPrintable(c)) {
            quoted.appendCodePoint(c);
        } else if (c <= 0xFFFF) {
            quoted.append(String.format("\\u%04X", c));
        } else {
            quoted.append(String.format("\\U%08X", c));
        }
    }

    /** Words as a comment of as many lines as they need; those behind the first begin with {@code next}. */
    static void comment(StringBuilder out, String first, String next, String words) {
        String prefix = first;
        StringBuilder line = new StringBuilder();
        for (String word :
                words.replaceAll("[\\p{Cntrl}\\x85\\u2028\\u2029]", " ").split(" ", -1)) {
            if (!line.isEmpty() && prefix.length() + line.length() + 1 + word.length() > WIDTH) {
                out.append(prefix).append(line).append('\n');
                line.setLength(0);
                prefix = next;
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        out.append(prefix).append(line).append('\n');
    }
}
