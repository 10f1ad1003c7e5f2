package io.github.logtally.prometheus;

import org.junit.jupiter.api.Tag;

@Tag("logback")
class LogbackMicrometerTest extends TracedScrapeContract {
    LogbackMicrometerTest() {
        super(new MicrometerSpans());
    }
}
