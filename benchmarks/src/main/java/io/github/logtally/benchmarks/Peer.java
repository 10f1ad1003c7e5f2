package io.github.logtally.benchmarks;

/** What stands behind the logger. */
public enum Peer {
    /** No appender. */
    NONE,
    /** An appender that does nothing: what the others add is counted from here. */
    NO_OP,
    /** An appender that makes the message's text and nothing else. */
    RENDER,
    LOGTALLY,
    /** Micrometer's LogbackMetrics or Log4j2Metrics, which count by level, and a no-op appender. */
    MICROMETER,
    /** InstrumentedAppender of the Prometheus client 0.16, which counts by level. */
    SIMPLECLIENT,
    /** The framework's AsyncAppender, never blocking and as large as our buffer, before {@link HandWritten}. */
    ASYNC,
    /** Log4j's async loggers, all of them, never blocking and as large as our buffer, before {@link HandWritten}. */
    ASYNC_LOGGERS,
    /** {@link HandWritten} on the logging thread. */
    SYNC,
    /** The framework's file appender, for scale. */
    FILE;

    /** Whether {@link HandWritten} stands behind it. */
    boolean countsByHand() {
        return this == ASYNC || this == ASYNC_LOGGERS || this == SYNC;
    }
}
