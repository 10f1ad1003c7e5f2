package io.github.logtally.spring.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.logging.LoggingSystem;

/** The tests run on what the build says they run on. */
class LineTest {
    @Test
    void springBoot_isTheLineUnderTest() {
        assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("logtally.spring-boot.version"));
    }

    @Test
    void loggingSystem_isTheFrameworkUnderTest() {
        assertThat(LoggingSystem.get(getClass().getClassLoader()).getClass().getSimpleName())
                .isEqualTo(Framework.current().loggingSystem());
    }
}
