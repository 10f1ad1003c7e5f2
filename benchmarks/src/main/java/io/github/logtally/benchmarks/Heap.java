package io.github.logtally.benchmarks;

import java.lang.management.ManagementFactory;

/** What is reachable. */
final class Heap {
    private Heap() {}

    /** The heap used after a full collection, in MB. */
    static double afterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
