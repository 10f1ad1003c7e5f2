package io.github.logtally.series;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What became of the events that one appender's rules for one metric matched. Single-threaded under the turn, for reading
 * as well. Who overrides a method looks on, and calls the method of this class.
 */
public class RuleAccount implements OverflowListener {
    private final Map<FailureReason, Tally> failures = new EnumMap<>(FailureReason.class);
    private String[] labels = new String[0];
    private long[] overflows = new long[0];
    private long matches;

    /** Nothing matched, nothing failed. */
    public RuleAccount() {
        for (FailureReason reason : FailureReason.values()) {
            failures.put(reason, new Tally());
        }
    }

    /** An event met all conditions of a rule, whatever becomes of it then. */
    public void matched() {
        matches++;
    }

    /** An event is about to be counted; the labels are those before any bound, and not to be kept. */
    public void counting(LabelValues labels, double value) {}

    /** A rule skipped an event. */
    public void failed(FailureReason reason) {
        tally(reason).events++;
    }

    @Override
    public void overflowed(String label) {
        int index = indexOf(label);
        overflows[index]++;
    }

    /** Makes the overflows of these labels show, from zero on where they were not there, and no others. */
    public void expectOverflows(List<String> expected) {
        long[] counts = expected.stream().mapToLong(this::overflows).toArray();
        labels = expected.toArray(String[]::new);
        overflows = counts;
    }

    /** Events matched. */
    public long matches() {
        return matches;
    }

    /** Events skipped for a reason. */
    public long failures(FailureReason reason) {
        return tally(reason).events;
    }

    /** The labels that {@link #overflows} knows. */
    public List<String> overflowLabels() {
        return List.of(labels);
    }

    /** Events that passed a bound at a label; 0 for one that is not known. */
    public long overflows(String label) {
        int index = Arrays.asList(labels).indexOf(label);
        return index < 0 ? 0 : overflows[index];
    }

    private Tally tally(FailureReason reason) {
        return Objects.requireNonNull(failures.get(reason));
    }

    private int indexOf(String label) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i].equals(label)) {
                return i;
            }
        }
        labels = Arrays.copyOf(labels, labels.length + 1);
        overflows = Arrays.copyOf(overflows, labels.length);
        labels[labels.length - 1] = label;
        return labels.length - 1;
    }

    private static final class Tally {
        long events;
    }
}
