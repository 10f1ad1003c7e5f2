package io.github.logtally.spring;

import io.github.logtally.Logtally;
import io.github.logtally.RegistryBinding;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Puts the metrics of Logtally into the context's own {@link PrometheusRegistry}, which the Actuator shows, until the
 * context closes. Where the context has none, or several of which none is primary, nothing happens.
 *
 * <p>Spring Boot applies it by itself.
 */
@AutoConfiguration(
        afterName = {
            // Where the registry comes from in Spring Boot 3 and in 4
            "org.springframework.boot.actuate.autoconfigure.metrics.export.prometheus"
                    + ".PrometheusMetricsExportAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus"
                    + ".PrometheusMetricsExportAutoConfiguration"
        })
@ConditionalOnClass(PrometheusRegistry.class)
public final class LogtallyAutoConfiguration {
    /** For Spring Boot. */
    public LogtallyAutoConfiguration() {}

    // Nobody asks for it, so an application that initializes lazily would never have it
    @Lazy(false)
    @Bean(destroyMethod = "close")
    @ConditionalOnSingleCandidate(PrometheusRegistry.class)
    RegistryBinding logtallyRegistryBinding(PrometheusRegistry registry) {
        return Logtally.bindTo(registry);
    }
}
