package io.github.logtally.rules.check;

/** What Logback does to the text of an element before an appender sees it. */
final class LogbackText {
    private LogbackText() {}

    /** Cuts a value at a {@code :-} that stands outside of braces. */
    static String cut(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == ':' && depth == 0 && text.startsWith(":-", i)) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** Whether each brace has its partner: Logback stumbles over one that has not. */
    static boolean isBalanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length() && depth >= 0; i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        }
        return depth == 0;
    }
}
