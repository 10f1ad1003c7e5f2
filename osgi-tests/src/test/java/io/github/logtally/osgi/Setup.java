package io.github.logtally.osgi;

import java.util.Arrays;
import java.util.stream.Stream;

/** All of what is tested in all others. */
record Setup(Platform platform, Versions versions, Logging logging) {
    static Stream<Setup> all() {
        return Arrays.stream(Platform.values()).flatMap(platform -> Arrays.stream(Versions.values())
                .flatMap(versions ->
                        Arrays.stream(Logging.values()).map(logging -> new Setup(platform, versions, logging))));
    }
}
