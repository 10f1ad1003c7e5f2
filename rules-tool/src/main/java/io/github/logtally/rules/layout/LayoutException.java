package io.github.logtally.rules.layout;

/** A layout whose lines cannot be read; the message is for the user. */
public final class LayoutException extends Exception {
    private static final long serialVersionUID = 1L;

    LayoutException(String message) {
        super(message);
    }
}
