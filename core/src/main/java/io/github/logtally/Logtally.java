package io.github.logtally;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an application can ask of Logtally beside configuring an appender. All methods may be called by any thread at any
 * time, also before any appender exists.
 */
@ProviderType
public final class Logtally {
    private Logtally() {}

    /**
     * Waits until every event accepted before the call is counted, by counting it on the calling thread. For tests, and for
     * batch jobs that push their metrics at the end.
     *
     * @param timeout how long to wait at most
     * @return whether all of them are counted
     */
    public static boolean flush(Duration timeout) {
        return LogtallyRuntime.get().flush(timeout);
    }

    /**
     * Puts all metrics, those of now and those to come, into one more registry. {@link
     * PrometheusRegistry#defaultRegistry} has them anyway. Nothing is lost by binding late: metrics begin with the first
     * event, not with the registry. A registry bound twice has them once, until both handles are closed.
     *
     * <p>Scraping the registry first finishes the events accepted before, within a bounded time. A name that the
     * application has in the registry itself is left to it: there, ours gives way.
     *
     * @param registry the registry, beside the default one
     * @return the handle that takes them out again
     */
    public static RegistryBinding bindTo(PrometheusRegistry registry) {
        return LogtallyRuntime.get().bind(registry);
    }
}
