package io.github.logtally.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A user has one framework on the class path, and the rules find it: each in a JVM of its own. */
class OneFrameworkTest {
    @Test
    void log4jAlone_isFound() throws IOException, InterruptedException {
        assertThat(run(WithLog4j.class, "logback")).endsWith("counted");
    }

    @Test
    void logbackAlone_isFound() throws IOException, InterruptedException {
        assertThat(run(WithLogback.class, "log4j")).endsWith("counted");
    }

    @Test
    void noFramework_isSaid() throws IOException, InterruptedException {
        assertThat(run(Without.class, "log4j", "logback", "slf4j"))
                .isEqualTo("Neither Logback nor Log4j is running here. Add the framework with its Logtally appender, or"
                        + " call attachTo with its LoggerContext.");
    }

    private static String run(Class<?> main, String... missing) throws IOException, InterruptedException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> Arrays.stream(missing).noneMatch(entry::contains))
                .filter(entry -> !entry.contains("picocli") && !entry.contains("junit") && !entry.contains("assertj"))
                .collect(Collectors.joining(File.pathSeparator));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        main.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.strip();
    }

    private static LogtallyRules rules() {
        return LogtallyRules.load("classpath:io/github/logtally/rules/orders.yaml");
    }

    static final class WithLog4j {
        public static void main(String[] arguments) {
            try (LogtallyRules rules = rules().attach()) {
                LogManager.getLogger("com.acme.Queue").error("queue orders has {}", 7);
                rules.assertThat("queue_size").isEqualTo(7);
            }
            System.out.println("counted");
        }
    }

    static final class WithLogback {
        public static void main(String[] arguments) {
            try (LogtallyRules rules = rules().attach()) {
                LoggerFactory.getLogger("com.acme.Queue").error("queue orders has {}", 7);
                rules.assertThat("queue_size").isEqualTo(7);
            }
            System.out.println("counted");
        }
    }

    static final class Without {
        public static void main(String[] arguments) {
            try {
                rules().attach();
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
