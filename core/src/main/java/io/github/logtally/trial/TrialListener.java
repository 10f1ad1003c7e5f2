package io.github.logtally.trial;

import org.osgi.annotation.versioning.ConsumerType;

/** Told what becomes of the event that a {@link Trial} is given, within the call. Rules are told by their index. */
@ConsumerType
public interface TrialListener {
    /**
     * The event met all conditions of a rule.
     *
     * @param rule the index of the rule in {@link Trial#rules}
     */
    void matched(int rule);

    /**
     * The event is about to be counted by a rule.
     *
     * @param rule the index of the rule in {@link Trial#rules}
     * @param labels the label values, good during the call
     * @param value what is added, set or observed
     */
    void counting(int rule, TrialLabels labels, double value);

    /**
     * The rule could not count the event.
     *
     * @param rule the index of the rule in {@link Trial#rules}
     * @param reason why, as {@code logtally_rule_failures_total} has it
     */
    void failed(int rule, String reason);

    /**
     * The event passed a bound.
     *
     * @param rule the index of the rule in {@link Trial#rules}
     * @param label the label that became {@code other}; the empty text where the event was not counted
     */
    void overflowed(int rule, String label);

    /**
     * Something that the framework's status channel would say.
     *
     * @param message the line
     */
    void warning(String message);
}
