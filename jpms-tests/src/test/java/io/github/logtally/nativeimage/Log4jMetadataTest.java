package io.github.logtally.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.logtally.jpms.Jars;
import org.junit.jupiter.api.Test;

/**
 * The metadata in the jar of the Log4j appender, most of which Log4j's own annotation processor writes: all that Log4j
 * needs, and nothing else.
 */
class Log4jMetadataTest {
    @Test
    void metadata_isWhatLog4jUses() throws Exception {
        assertThat(RecordingLoader.run(Log4jProgram.class))
                .isEqualTo(ReflectiveUse.allowedBy(Jars.of("logtally-log4j-appender")));
    }
}
