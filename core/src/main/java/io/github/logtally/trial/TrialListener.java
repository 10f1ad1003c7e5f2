package io.github.logtally.trial;

/** Told what becomes of the event that a {@link Trial} is given, within the call. Rules are told by their index. */
public interface TrialListener {
    /** The event met all conditions of a rule. */
    void matched(int rule);

    /** The event is about to be counted by a rule. */
    void counting(int rule, TrialLabels labels, double value);

    /** The rule could not count the event for a reason, the one that {@code logtally_rule_failures_total} has. */
    void failed(int rule, String reason);

    /** The event passed a bound at this label; the empty text where the event was not counted. */
    void overflowed(int rule, String label);

    /** Something that the framework's status channel would say. */
    void warning(String message);
}
