package io.github.logtally.rules;

/** Rules that watch the loggers of a running framework. */
interface Attachment {
    Watch<?> watch();

    /** Takes the rules away from the loggers again. */
    void detach();
}
