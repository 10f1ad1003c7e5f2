package io.github.logtally.prometheus;

class Log4jOpenTelemetryTest extends TracedScrapeContract {
    Log4jOpenTelemetryTest() {
        super(new OpenTelemetrySpans());
    }
}
