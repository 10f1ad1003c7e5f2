package io.github.logtally.config;

import org.jspecify.annotations.Nullable;

/** A piece of a value: fixed text, or a reference to something of the event. */
public sealed interface Piece {
    /** Text as written. */
    record Text(String text) implements Piece {}

    /**
     * Something of the event, and what stands for it where the event does not have it at all (not: where it is empty).
     *
     * @param fallback the default, or null for none
     */
    record Ref(Reference reference, @Nullable String fallback) implements Piece {}
}
