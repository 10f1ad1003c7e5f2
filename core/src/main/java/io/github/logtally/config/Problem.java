package io.github.logtally.config;

/**
 * A mistake in a configuration.
 *
 * @param place the rule in words ({@code Counter 'x_total' > Label 'status'}), or the appender
 * @param setting the setting
 * @param message what was found, what is allowed, and the nearest right name where there is one
 */
public record Problem(String place, String setting, String message) {
    /** The line for the user. */
    public String text() {
        return setting.isEmpty() ? place + ": " + message : place + ", " + setting + ": " + message;
    }
}
