package io.github.logtally.trial;

import org.osgi.annotation.versioning.ProviderType;

/** The label values of one event before any bound is applied. Good during the call only. */
@ProviderType
public interface TrialLabels {
    /**
     * How many there are.
     *
     * @return the number of labels
     */
    int count();

    /**
     * The text of a label's value; allocates.
     *
     * @param label the label's index
     * @return the text
     */
    String value(int label);

    /**
     * A hash of a label's value: the same for the same text. Allocates nothing.
     *
     * @param label the label's index
     * @return the hash
     */
    int hash(int label);
}
