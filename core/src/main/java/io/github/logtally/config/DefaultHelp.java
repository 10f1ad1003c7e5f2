package io.github.logtally.config;

import java.util.List;

/** The help text of a metric whose rule gives none: what is counted or measured, and in which events. */
final class DefaultHelp {
    /** The settings that say best what events a rule takes, the most telling first. */
    private static final List<String> TELLING =
            List.of("message", "contains", "regex", "exception", "rootCause", "marker", "logger", "level", "minLevel");

    private DefaultHelp() {}

    static String of(Settings settings, ValueCompiler.Compiled value) {
        return subject(settings, value.operation()) + events(settings);
    }

    private static String subject(Settings settings, Operation operation) {
        String text = settings.text("value");
        if (text == null) {
            return "Log events";
        }
        String read = Words.cut(text);
        return switch (operation) {
            case ADD -> "Sum of " + read + " in log events";
            case SUB -> "Negative sum of " + read + " in log events";
            case SET -> "Last " + read + " in log events";
            case MAX -> "Greatest " + read + " in log events";
            case MIN -> "Least " + read + " in log events";
            case OBSERVE -> "Distribution of " + read + " in log events";
        };
    }

    private static String events(Settings settings) {
        for (String setting : TELLING) {
            String text = settings.text(setting);
            if (text != null) {
                return ", " + setting + " " + Words.quote(text);
            }
        }
        return "";
    }
}
