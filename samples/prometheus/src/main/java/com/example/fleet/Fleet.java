package com.example.fleet;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two instances of the application, and a Prometheus that scrapes them: the one of Debian's package {@code prometheus}. */
public final class Fleet implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    private Fleet() {}

    /**
     * Runs until it is stopped with Ctrl-C. {@code -Dport=} chooses another port for Prometheus than 9095.
     *
     * @param arguments the directory of the configuration, and the one of Prometheus' data
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.getInteger("port", 9095);
        Fleet fleet = new Fleet();
        Runtime.getRuntime().addShutdownHook(new Thread(fleet::close, "close-fleet"));
        // The targets of prometheus.yml
        fleet.startInstance(9400);
        fleet.startInstance(9401);
        Process prometheus = fleet.startPrometheus(Path.of(arguments[0]), Path.of(arguments[1]), port);
        System.out.printf(
                """
                Two instances and Prometheus are running. See in a browser, a minute from now:

                    http://localhost:%1$d/graph?g0.tab=0&g0.expr=path_status:checkout_requests:rate5m
                    http://localhost:%1$d/alerts

                What an instance shows: curl -s http://localhost:9400/metrics
                Ctrl-C stops all of it.
                """,
                port);
        prometheus.waitFor();
    }

    private void startInstance(int port) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        start(new ProcessBuilder(
                java.toString(), "-Xmx64m", "-cp", classPath(), Instance.class.getName(), Integer.toString(port)));
    }

    private Process startPrometheus(Path configuration, Path data, int port) throws IOException {
        return start(new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + data,
                "--web.listen-address=localhost:" + port,
                "--enable-feature=exemplar-storage,native-histograms",
                "--log.level=warn"));
    }

    private Process start(ProcessBuilder command) throws IOException {
        Process process = command.redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    /** Maven runs this in a class loader of its own, not on the JVM's class path. */
    private static String classPath() {
        if (Fleet.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs()).map(URL::getPath).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (Process process : processes) {
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
