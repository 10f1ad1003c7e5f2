package io.github.logtally.prometheus;

import org.junit.jupiter.api.Tag;

@Tag("logback")
class LogbackOpenTelemetryTest extends TracedScrapeContract {
    LogbackOpenTelemetryTest() {
        super(new OpenTelemetrySpans());
    }
}
