package io.github.logtally.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.Logtally;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;

/**
 * What every part of the contract works with.
 *
 * <p>Metrics are process-wide and outlive a context. No two tests therefore feed the same series: each has metrics of its
 * own in the configuration file that its part of the contract loads.
 */
interface AppenderFixture {
    /** Far more than any test needs, so that only a hang reaches it. */
    Duration PATIENCE = Duration.ofSeconds(30);

    /** Starts the framework with a configuration file of the directory {@code contract} of the class path, without {@code .xml}. */
    LoggingContext open(String file);

    /** What the default registry shows once all that was logged is counted. */
    default Scrape scrape() {
        assertThat(Logtally.flush(PATIENCE)).as("everything is counted in time").isTrue();
        return Scrape.of(PrometheusRegistry.defaultRegistry);
    }
}
