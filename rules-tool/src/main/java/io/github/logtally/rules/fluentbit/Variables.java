package io.github.logtally.rules.fluentbit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for <code>${NAME}</code>. The environment of this process is not that of Fluent Bit, and not looked at. */
final class Variables {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> values = new HashMap<>();

    /** Sets a variable unless it is set. */
    void set(String name, String value) {
        values.putIfAbsent(name, value);
    }

    /** The text with all variables replaced that are known. */
    String resolve(String text) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1).trim(), found.group())));
    }

    /** The variables in a text that nobody has set. */
    static List<String> in(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
