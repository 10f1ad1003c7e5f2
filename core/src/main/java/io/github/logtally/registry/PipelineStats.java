package io.github.logtally.registry;

/** What an engine says about its buffer and worker. Read under the turn; totals never decrease. */
public interface PipelineStats {
    /** Events past the gate. */
    long accepted();

    /** Events evaluated. */
    long processed();

    /** Events lost for a reason. */
    long dropped(DropReason reason);

    /** Events whose message was cut. */
    long truncated();

    /** Time the worker spent on this engine's events. */
    long busyNanos();

    /** Events waiting now. */
    long waiting();

    /** Events that can wait. */
    long capacity();
}
