package io.github.logtally.prometheus;

class LogbackMicrometerTest extends TracedScrapeContract {
    LogbackMicrometerTest() {
        super(new MicrometerSpans());
    }
}
