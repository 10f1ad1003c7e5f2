package io.github.logtally.prometheus;

class LogbackOpenTelemetryTest extends TracedScrapeContract {
    LogbackOpenTelemetryTest() {
        super(new OpenTelemetrySpans());
    }
}
