package io.github.logtally.rules.check;

/**
 * Something said about a file.
 *
 * @param text the line for the user
 * @param isMistake whether it is wrong; or else it could not be looked at
 */
public record Finding(String text, boolean isMistake) {
    static Finding mistake(String text) {
        return new Finding(text, true);
    }

    static Finding note(String text) {
        return new Finding(text, false);
    }
}
