package io.github.logtally.series;

/** Told by {@link Family#record} of each event that passed a bound. Runs under the turn. */
@FunctionalInterface
public interface OverflowListener {
    /**
     * An event passed a bound.
     *
     * @param label the label whose value became {@code other}, or the empty string if the event was not counted
     */
    void overflowed(String label);
}
