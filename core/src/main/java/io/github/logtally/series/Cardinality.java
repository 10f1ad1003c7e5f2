package io.github.logtally.series;

import io.github.logtally.config.LabelDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The different values of one label among the series that are there, each with the number of series that have it. The
 * value {@link #OTHER} is none of them. As bounded as the series are.
 */
final class Cardinality {
    /** What stands for the values beyond a bound. */
    static final String OTHER = LabelDefinition.OTHER;

    private final CharTable<Value> values = new CharTable<>();
    private int maxValues;

    /** Counts one label's values, 0 for no bound. */
    Cardinality(int maxValues) {
        this.maxValues = maxValues;
    }

    /** Sets another bound; the values that are there stay. */
    void limit(int bound) {
        maxValues = bound;
    }

    /** How many different values there are, that of {@code labels} included. */
    int distinctWith(LabelValues labels, int label) {
        boolean isThere = labels.is(label, OTHER) || find(labels, label) != null;
        return isThere ? values.size() : values.size() + 1;
    }

    /** Whether one more series with this value of {@code labels} would pass the label's own bound. */
    boolean passedBy(LabelValues labels, int label) {
        return maxValues > 0 && values.size() >= maxValues && !labels.is(label, OTHER) && find(labels, label) == null;
    }

    /** How many series have this value of {@code labels}; none of {@link #OTHER} are counted. */
    int series(LabelValues labels, int label) {
        Value value = find(labels, label);
        return value == null ? 0 : value.series;
    }

    /** Counts a series with this value, and gives the value's text. */
    String retain(LabelValues labels, int label) {
        if (labels.is(label, OTHER)) {
            return OTHER;
        }
        Value value = find(labels, label);
        if (value == null) {
            value = new Value(labels.text(), labels.start(label), labels.end(label), labels.hash(label));
            values.add(value);
        }
        value.series++;
        return value.text;
    }

    /** A series with this value has gone. To be followed by {@link #forgetUnused}. */
    void release(String text) {
        if (text.equals(OTHER)) {
            return;
        }
        char[] key = text.toCharArray();
        Value value = values.find(key, 0, key.length, CharHash.of(key, 0, key.length));
        if (value != null) {
            value.series--;
        }
    }

    /** Drops the values that no series has. */
    void forgetUnused() {
        values.removeIf(value -> value.series == 0);
    }

    private @Nullable Value find(LabelValues labels, int label) {
        return values.find(labels.text(), labels.start(label), labels.end(label), labels.hash(label));
    }

    private static final class Value extends CharTable.Entry {
        final String text;
        int series;

        Value(char[] text, int from, int to, int hash) {
            super(text, from, to, hash);
            this.text = new String(key);
        }
    }
}
