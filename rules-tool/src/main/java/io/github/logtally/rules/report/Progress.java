package io.github.logtally.rules.report;

/** Told how far the reading of a log is. */
@FunctionalInterface
public interface Progress {
    /** So many lines were read. Called for each event. */
    void lines(long lines);
}
