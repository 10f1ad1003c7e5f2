package io.github.logtally.prometheus;

class Log4jMicrometerTest extends TracedScrapeContract {
    Log4jMicrometerTest() {
        super(new MicrometerSpans());
    }
}
