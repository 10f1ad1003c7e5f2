package io.github.logtally.worker;

import java.util.concurrent.TimeUnit;

/**
 * How long the worker sleeps: longer while buffers are found nearly empty, shorter when they fill up. At the longest
 * sleep the thread costs next to nothing; a scrape does not wait for it, so a long sleep delays nobody.
 *
 * <p>Confined to the worker's thread.
 */
final class Backoff {
    static final long MIN_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    static final long MAX_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    // Mutable state

    private long sleepNanos = MIN_SLEEP_NANOS;
    private boolean filling;
    private boolean nearlyEmpty = true;

    /** Notes how full a buffer was found since the last sleep. */
    void saw(int waiting, int capacity) {
        filling |= waiting > capacity / 4;
        nearlyEmpty &= waiting < capacity / 8 || waiting == 0;
    }

    /** How long to sleep now. */
    long nextSleepNanos() {
        if (filling) {
            sleepNanos = Math.max(MIN_SLEEP_NANOS, sleepNanos / 2);
        } else if (nearlyEmpty) {
            sleepNanos = Math.min(MAX_SLEEP_NANOS, sleepNanos * 2);
        }
        filling = false;
        nearlyEmpty = true;
        return sleepNanos;
    }
}
