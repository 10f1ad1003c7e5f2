package io.github.logtally;

import org.osgi.annotation.versioning.ProviderType;

/** Metrics standing in a registry, until closed. */
@ProviderType
public interface RegistryBinding extends AutoCloseable {
    /**
     * Takes the metrics out of the registry again; they stay where else they are, and go on counting. The second call does
     * nothing. Never throws.
     */
    @Override
    void close();
}
