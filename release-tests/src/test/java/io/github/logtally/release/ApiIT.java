package io.github.logtally.release;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Jar;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No change of what users compile against goes without a step of the version. */
class ApiIT {
    static List<Published> modules() {
        return Published.modules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void change_hasItsStepOfTheVersion(Published module) throws IOException {
        ApiBaseline baseline = ApiBaseline.read(Files.readString(module.api()));

        try (Jar jar = new Jar(module.jar("").toFile())) {
            assertThat(baseline.problems(new ApiBaseline(Published.VERSION, Api.of(jar))))
                    .as(
                            "changes of the API since version %s: see \"Versions and the API\" in CONTRIBUTING.md",
                            baseline.version())
                    .isEmpty();
        }
    }
}
