package io.github.logtally.osgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** What bundles must not leave behind: threads, and class loaders that cannot be collected. */
final class Remains {
    private static final long COLLECTIONS = 300;
    private static final long BETWEEN_COLLECTIONS_MILLIS = 100;

    private final ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
    private final WeakReference<ClassLoader> loader;
    private final String bundle;

    private Remains(Bundle bundle) {
        this.bundle = bundle.getSymbolicName();
        this.loader = new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader(), queue);
    }

    /** What a bundle has now, and is to have no more. */
    static Remains of(Bundle bundle) {
        return new Remains(bundle);
    }

    /** Asserts that its class loader is not kept by anything. */
    void assertCollected() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS && !loader.refersTo(null); i++) {
            System.gc();
            queue.remove(BETWEEN_COLLECTIONS_MILLIS);
        }
        assertThat(loader.refersTo(null))
                .as("the former class loader of " + bundle + " is collected")
                .isTrue();
    }

    /** Asserts that there is no worker, soon: it takes events of threads in the middle of logging for a second. */
    static void assertNoThread() throws InterruptedException {
        for (Thread worker : workers()) {
            worker.join(TimeUnit.SECONDS.toMillis(30));
        }
        assertThat(workers()).isEmpty();
    }

    static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("logtally-worker"))
                .toList();
    }
}
