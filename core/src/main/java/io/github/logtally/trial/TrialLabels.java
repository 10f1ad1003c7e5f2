package io.github.logtally.trial;

/** The label values of one event before any bound is applied. Good during the call only. */
public interface TrialLabels {
    /** How many there are. */
    int count();

    /** The text of a label's value; allocates. */
    String value(int label);

    /** A hash of a label's value: the same for the same text. Allocates nothing. */
    int hash(int label);
}
