package io.github.logtally.osgi;

import java.util.Arrays;
import java.util.stream.Stream;

/** What is tested together. */
record Setup(Platform platform, Versions versions, Logging logging) {
    /** Every one with every other. */
    static Stream<Setup> all() {
        return Arrays.stream(Platform.values()).flatMap(platform -> Arrays.stream(Versions.values())
                .flatMap(versions ->
                        Arrays.stream(Logging.values()).map(logging -> new Setup(platform, versions, logging))));
    }

    /** For tests that take long: every one, and only with {@code -Dosgi.setups=all} every one with every other. */
    static Stream<Setup> some() {
        return "all".equals(System.getProperty("osgi.setups"))
                ? all()
                : all().filter(setup -> (setup.platform == Platform.FELIX) == (setup.versions == Versions.NEWEST));
    }
}
