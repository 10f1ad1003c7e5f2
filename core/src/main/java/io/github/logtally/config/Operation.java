package io.github.logtally.config;

/** What an event does to a series. A counter only adds; a histogram or a summary observes. */
public enum Operation {
    ADD,
    SUB,
    SET,
    MAX,
    MIN,
    OBSERVE
}
