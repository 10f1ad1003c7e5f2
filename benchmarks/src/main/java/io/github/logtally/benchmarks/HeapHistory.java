package io.github.logtally.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The heap over time: at samples, which collect all of it, and after each collection that came by itself. Times are seconds
 * since the JVM started, sizes MB.
 */
final class HeapHistory {
    private static final String ASKED_FOR = "System.gc()";

    private final List<Plot.Point> used = new ArrayList<>();
    private final Collection<Plot.Point> oldBetween = new ConcurrentLinkedQueue<>();
    private final Collection<Plot.Point> usedBetween = new ConcurrentLinkedQueue<>();

    HeapHistory() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((notification, handback) -> collected(notification), null, null);
            }
        }
    }

    static double now() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    /** Collects the heap, and keeps what is left. */
    void sample() {
        used.add(new Plot.Point(now(), Heap.afterCollection()));
    }

    private void collected(Notification notification) {
        if (!(notification.getUserData() instanceof CompositeData data)) {
            return;
        }
        var info = GarbageCollectionNotificationInfo.from(data);
        if (info.getGcCause().equals(ASKED_FOR)) {
            return;
        }
        double time = info.getGcInfo().getEndTime() / 1e3;
        Map<String, MemoryUsage> after = info.getGcInfo().getMemoryUsageAfterGc();
        usedBetween.add(new Plot.Point(time, megabytes(after, heapPools())));
        oldBetween.add(new Plot.Point(time, megabytes(after, heapPools().filter(HeapHistory::isOld))));
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    /** Objects that live on are moved there, and no usual collection of the young ones frees them. */
    private static boolean isOld(MemoryPoolMXBean pool) {
        return pool.getName().contains("Old") || pool.getName().contains("Tenured");
    }

    private static double megabytes(Map<String, MemoryUsage> usage, Stream<MemoryPoolMXBean> pools) {
        return pools.map(MemoryPoolMXBean::getName)
                        .map(usage::get)
                        .mapToDouble(MemoryUsage::getUsed)
                        .sum()
                / 1e6;
    }

    /** What was left at each sample. */
    List<Plot.Point> used() {
        return used;
    }

    /** The heap after each collection that came by itself since the first sample. */
    List<Plot.Point> usedBetween() {
        return sinceFirstSample(usedBetween);
    }

    /** The old generation after each collection that came by itself since the first sample. */
    List<Plot.Point> oldBetween() {
        return sinceFirstSample(oldBetween);
    }

    private List<Plot.Point> sinceFirstSample(Collection<Plot.Point> points) {
        return points.stream().filter(point -> point.x() > used.get(0).x()).toList();
    }
}
