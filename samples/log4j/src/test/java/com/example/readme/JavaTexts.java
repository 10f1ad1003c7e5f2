package com.example.readme;

import java.util.ArrayList;
import java.util.List;

/** The string literals of a Java source, comments left out, those that {@code +} joins as one. */
final class JavaTexts {
    private final String source;
    private final List<String> texts = new ArrayList<>();
    private int at;

    private JavaTexts(String source) {
        this.source = source;
    }

    /** All of them, stripped, in their order. */
    static List<String> of(String source) {
        JavaTexts reader = new JavaTexts(source);
        reader.read();
        return reader.texts.stream().map(String::strip).toList();
    }

    private void read() {
        boolean joined = false;
        boolean plus = false;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (source.startsWith("//", at)) {
                at = end("\n");
            } else if (source.startsWith("/*", at)) {
                at = end("*/");
            } else if (c == '"') {
                add(quoted('"'), joined && plus);
                joined = true;
                plus = false;
            } else if (c == '\'') {
                quoted('\'');
                joined = false;
            } else {
                if (!Character.isWhitespace(c)) {
                    joined = joined && c == '+' && !plus;
                    plus = c == '+';
                }
                at++;
            }
        }
    }

    private void add(String text, boolean joined) {
        if (joined) {
            texts.add(texts.remove(texts.size() - 1) + text);
        } else {
            texts.add(text);
        }
    }

    private int end(String sign) {
        int end = source.indexOf(sign, at + 2);
        return end < 0 ? source.length() : end + sign.length();
    }

    private String quoted(char quote) {
        StringBuilder text = new StringBuilder();
        for (at++; source.charAt(at) != quote; at++) {
            if (source.charAt(at) == '\\') {
                at++;
            }
            text.append(source.charAt(at));
        }
        at++;
        return text.toString();
    }
}
