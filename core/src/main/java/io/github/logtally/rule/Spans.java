package io.github.logtally.rule;

/** Where in the message the captures of the last match were. */
interface Spans {
    /** Where a capture begins, or -1 where it took no part in the match. */
    int start(int index);

    /** Where a capture ends, exclusive. */
    int end(int index);
}
