package io.github.logtally.rules.json;

import java.util.ArrayList;
import java.util.List;

/** Text in JSON, between its quotes. */
final class JsonText {
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private JsonText() {}

    /** The text with its escapes resolved; what is no escape stays. */
    static String unescaped(String written) {
        int escape = written.indexOf('\\');
        if (escape < 0) {
            return written;
        }
        StringBuilder text = new StringBuilder(written.length());
        int from = 0;
        while (escape >= 0 && escape + 1 < written.length()) {
            text.append(written, from, escape);
            char c = written.charAt(escape + 1);
            from = escape + 2;
            if (c == 'u' && from + HEX_DIGITS <= written.length()) {
                text.append(hex(written, from));
                from += HEX_DIGITS;
            } else {
                text.append(simple(c));
            }
            escape = written.indexOf('\\', from);
        }
        return text.append(written, from, written.length()).toString();
    }

    private static char hex(String written, int from) {
        int code = 0;
        for (int i = from; i < from + HEX_DIGITS; i++) {
            code = code * HEX + Math.max(0, Character.digit(written.charAt(i), HEX));
        }
        return (char) code;
    }

    private static char simple(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    /** The texts of an array of texts as it is written; one text alone is itself. */
    static List<String> texts(String written) {
        if (!written.startsWith("[")) {
            return written.isEmpty() ? List.of() : List.of(written);
        }
        List<String> texts = new ArrayList<>();
        int start = written.indexOf('"');
        while (start >= 0) {
            int end = start + 1;
            while (end < written.length() && written.charAt(end) != '"') {
                end += written.charAt(end) == '\\' ? 2 : 1;
            }
            if (end >= written.length()) {
                break;
            }
            texts.add(unescaped(written.substring(start + 1, end)));
            start = written.indexOf('"', end + 1);
        }
        return texts;
    }
}
