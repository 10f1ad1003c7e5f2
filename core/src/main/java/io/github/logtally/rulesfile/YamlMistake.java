package io.github.logtally.rulesfile;

import io.github.logtally.spi.Origin.Position;

/** What keeps a file from being read at all. Carries no stack trace: it is a result, not an accident. */
final class YamlMistake extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position at;

    YamlMistake(Position at, String message) {
        super(message, null, false, false);
        this.at = at;
    }

    Position at() {
        return at;
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
