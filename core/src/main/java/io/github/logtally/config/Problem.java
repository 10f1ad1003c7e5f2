package io.github.logtally.config;

import java.util.regex.Pattern;

/**
 * A mistake in a configuration.
 *
 * @param at {@code file:line:column}, or empty where that is not known
 * @param place the rule in words ({@code Counter 'x_total' > Label 'status'}), or the appender; empty for a file as a whole
 * @param setting the setting
 * @param message what was found, what is allowed, and the nearest right name where there is one
 */
public record Problem(String at, String place, String setting, String message) {
    private static final Pattern LINE_AND_COLUMN = Pattern.compile(":\\d+:\\d+$");

    /** A mistake somewhere. */
    public Problem(String place, String setting, String message) {
        this("", place, setting, message);
    }

    /** The file, or empty where that is not known. */
    public String file() {
        return LINE_AND_COLUMN.matcher(at).replaceFirst("");
    }

    /** The line for the user. */
    public String text() {
        StringBuilder line = new StringBuilder();
        if (!at.isEmpty()) {
            line.append(at).append(": ");
        }
        line.append(place);
        if (!setting.isEmpty()) {
            line.append(place.isEmpty() ? "" : ", ").append(setting);
        }
        return (place.isEmpty() && setting.isEmpty() ? line : line.append(": "))
                .append(message)
                .toString();
    }
}
