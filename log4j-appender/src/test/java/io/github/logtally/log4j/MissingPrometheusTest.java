package io.github.logtally.log4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;

/** The Prometheus client is the application's to bring; without it nothing but the metrics is missing. */
class MissingPrometheusTest {
    @Test
    @SuppressWarnings("unchecked")
    void start_withoutPrometheusClient_saysSo() throws Exception {
        List<String> reported;
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            reported = ((Callable<List<String>>) loader.loadClass(Application.class.getName())
                            .getDeclaredConstructor()
                            .newInstance())
                    .call();
        }

        assertThat(reported)
                .filteredOn(message -> message.startsWith("ERROR"))
                .singleElement()
                .asString()
                .startsWith("ERROR Logtally 'metrics'")
                .contains("counts nothing", "Prometheus client");
    }

    private static URL[] classPath() throws IOException {
        List<URL> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!entry.contains("prometheus")) {
                path.add(new File(entry).toURI().toURL());
            }
        }
        return path.toArray(URL[]::new);
    }

    /** Runs with classes of its own. */
    public static final class Application implements Callable<List<String>> {
        @Override
        public List<String> call() {
            try (LoggerContext context = new LoggerContext("application")) {
                return Configurations.reported(
                        () -> {
                            context.start(Configurations.ofXml(
                                    context,
                                    "<Appenders><Logtally name='metrics'/></Appenders><Loggers><Root level='INFO'>"
                                            + "<AppenderRef ref='metrics'/></Root></Loggers>"));
                            context.getLogger("com.acme.Shop").info("a");
                            context.reconfigure(Configurations.ofXml(
                                    context, "<Appenders/><Loggers><Root level='INFO'/></Loggers>"));
                            assertThat(context.isStarted()).isTrue();
                            return "";
                        },
                        new ArrayList<>());
            }
        }
    }
}
