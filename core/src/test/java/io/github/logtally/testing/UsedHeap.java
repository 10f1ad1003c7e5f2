package io.github.logtally.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What of the heap is in use once garbage is collected. */
public final class UsedHeap {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

    private UsedHeap() {}

    /** In bytes: the least of three looks, as other threads make garbage meanwhile. */
    public static long bytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, MEMORY.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
