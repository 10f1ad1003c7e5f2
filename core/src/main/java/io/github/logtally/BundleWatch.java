package io.github.logtally;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Life in an OSGi framework, where classes stay usable when their bundle has stopped, and nobody tells an appender that
 * its class loader is discarded.
 *
 * <p>While this library's bundle is stopped its engines are suspended: no thread, nothing in the default registry, events
 * are ignored. When it starts again they go on, and so do their counts. A bundle that was never started is a library like
 * others: its engines run. Engines are closed when the class loader of those who started them is discarded by a refresh,
 * and so is all when this library's own is, or when the framework stops.
 *
 * <p>No activator: the listener belongs to the system bundle's context, because a bundle has none of its own before it is
 * started. Engines are opened and closed on any thread; events come on the thread that causes them.
 */
final class BundleWatch implements Residence, SynchronousBundleListener {
    private final Bundle own;
    private final BundleWiring ownWiring;
    private final BundleContext system;
    private final Runnable onEnd;
    private final Map<LogtallyEngine<?>, BundleWiring> users = new ConcurrentHashMap<>();

    // Mutable state: written by events, read by threads that start engines

    private volatile boolean suspended;
    private volatile boolean ended;

    private BundleWatch(BundleWiring ownWiring, BundleContext system, Runnable onEnd) {
        this.own = ownWiring.getBundle();
        this.ownWiring = ownWiring;
        this.system = system;
        this.onEnd = onEnd;
    }

    static Residence begin(Runnable onEnd) {
        BundleWiring wiring = wiringOf(BundleWatch.class);
        BundleContext system = wiring == null ? null : systemOf(wiring);
        if (wiring == null || system == null) {
            return PLAIN;
        }
        BundleWatch watch = new BundleWatch(wiring, system, onEnd);
        system.addBundleListener(watch);
        return watch;
    }

    private static @Nullable BundleWiring wiringOf(Class<?> type) {
        Bundle bundle = FrameworkUtil.getBundle(type);
        return bundle == null ? null : bundle.adapt(BundleWiring.class);
    }

    /** The context of the bundle that this very class has its OSGi types from. */
    private static @Nullable BundleContext systemOf(BundleWiring wiring) {
        for (BundleWire wire : wiring.getRequiredWires(null)) {
            Bundle provider = wire.getProvider().getBundle();
            if (provider.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
                return provider.getBundleContext();
            }
        }
        return null;
    }

    @Override
    public boolean letsRun() {
        return !suspended && !ended;
    }

    @Override
    public void opened(LogtallyEngine<?> engine, Class<?> user) {
        BundleWiring wiring = wiringOf(user);
        users.put(engine, wiring == null ? ownWiring : wiring);
    }

    @Override
    public void closed(LogtallyEngine<?> engine) {
        users.remove(engine);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        long changed = event.getBundle().getBundleId();
        boolean atLast = system.getBundle().getState() == Bundle.STOPPING && own.getState() != Bundle.ACTIVE;
        // After an update the event of a refresh may be that of another bundle
        if (atLast || !ownWiring.isInUse()) {
            end();
        } else if (changed == own.getBundleId() && event.getType() == BundleEvent.STOPPING) {
            suspended = true;
            users.keySet().forEach(LogtallyEngine::suspend);
        } else if (changed == own.getBundleId() && event.getType() == BundleEvent.STARTED) {
            suspended = false;
            users.keySet().forEach(LogtallyEngine::resume);
        }
        for (Map.Entry<LogtallyEngine<?>, BundleWiring> user : users.entrySet()) {
            if (!user.getValue().isInUse()) {
                user.getKey().close();
            }
        }
    }

    /** The class loader may be discarded already: no class that is not loaded yet can be had, not even that of a lambda. */
    private void end() {
        ended = true;
        for (LogtallyEngine<?> engine : users.keySet()) {
            engine.abandon();
        }
        users.clear();
        onEnd.run();
        system.removeBundleListener(this);
    }
}
