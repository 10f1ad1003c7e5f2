package io.github.logtally.rules.fluentbit;

/** Something of Fluent Bit that has no counterpart, in words. Carries no stack trace: it is a result, not an accident. */
final class NotTranslatable extends Exception {
    private static final long serialVersionUID = 1L;

    NotTranslatable(String message) {
        super(message, null, false, false);
    }

    /** The words for the user. */
    String words() {
        return String.valueOf(getMessage());
    }
}
