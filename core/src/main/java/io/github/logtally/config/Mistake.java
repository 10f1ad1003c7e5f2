package io.github.logtally.config;

/** What is wrong with one setting, in words for the user. Carries no stack trace: it is a result, not an accident. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String message) {
        super(message, null, false, false);
    }

    /** The words for the user. */
    String words() {
        return String.valueOf(getMessage());
    }
}
