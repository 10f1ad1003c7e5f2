package io.github.logtally.prometheus;

import org.junit.jupiter.api.Tag;

@Tag("log4j-micrometer")
class Log4jMicrometerTest extends TracedScrapeContract {
    Log4jMicrometerTest() {
        super(new MicrometerSpans());
    }
}
