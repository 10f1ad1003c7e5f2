package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that users run. */
class RunnableJarIT {
    private static final Path JAR = Path.of("target/logtally-rules.jar");

    @Test
    void jar_triesRulesFromStandardInput() throws Exception {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString(), "try"));
        command.add(Golden.RESOURCES.resolve("rules.yaml").toString());
        command.add("-");
        Process process = new ProcessBuilder(command)
                .redirectInput(Golden.RESOURCES.resolve("app.log").toFile())
                .start();
        String out = text(process.getInputStream());
        String err = text(process.getErrorStream());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(err).isEmpty();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(out.replace("Log     -:", "Log     app.log:"))
                .isEqualTo(Files.readString(Golden.RESOURCES.resolve("report.txt")));
    }

    @Test
    void jar_hasNoLoggingFramework() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("io/github/logtally/rules/cli/Main.class")
                    .noneMatch(name -> name.startsWith("ch/qos/logback")
                            || name.startsWith("org/apache/logging")
                            || name.startsWith("org/slf4j"));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
