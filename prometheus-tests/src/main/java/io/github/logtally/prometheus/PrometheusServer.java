package io.github.logtally.prometheus;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Debian's Prometheus in a process of its own, on any free port, with the data in the directory of its configuration. One
 * thread, but for {@link #warnings}.
 */
public final class PrometheusServer implements AutoCloseable {
    /** What it stores besides numbers, off by default in this version; with native histograms it scrapes protobuf. */
    private static final String EXEMPLARS = "--enable-feature=exemplar-storage";

    private static final String NATIVE_HISTOGRAMS = "--enable-feature=native-histograms";

    /** The first scrape would be five seconds after the start. */
    private static final String SCRAPE_SOON = "--scrape.discovery-reload-interval=100ms";

    private static final Pattern LISTENING = Pattern.compile("msg=\"Listening on\" address=(\\S+)");
    private static final String READY = "Server is ready to receive web requests";
    private static final long SECONDS_TO_END = 20;

    private final Process process;
    private final URI address;
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    private PrometheusServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /**
     * Starts it with {@code prometheus.yml} of this directory, and returns once it answers.
     *
     * @param flags more arguments of its command line
     * @throws IOException if there is no {@code prometheus}, or it ends at once; the message has what it said
     */
    public static PrometheusServer start(Path directory, String... flags) throws IOException {
        List<String> all = new ArrayList<>(List.of(flags));
        all.add(NATIVE_HISTOGRAMS);
        return launch(directory, all);
    }

    /** The same without native histograms, which makes it scrape OpenMetrics. */
    public static PrometheusServer startWithoutNativeHistograms(Path directory) throws IOException {
        return launch(directory, List.of());
    }

    private static PrometheusServer launch(Path directory, List<String> flags) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "prometheus",
                "--config.file=prometheus.yml",
                "--storage.tsdb.path=data",
                "--web.listen-address=127.0.0.1:0",
                SCRAPE_SOON,
                EXEMPLARS));
        command.addAll(flags);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        String address = "";
        boolean ready = false;
        BufferedReader log = process.inputReader();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.add(line);
            // Said by two threads of it, in either order
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                address = listening.group(1);
            }
            ready |= line.contains(READY);
            if (ready && !address.isEmpty()) {
                PrometheusServer server = new PrometheusServer(process, URI.create("http://" + address));
                server.readOn(log);
                return server;
            }
        }
        throw new IOException("prometheus ended: " + String.join("\n", said));
    }

    /** Where its pages and its API are. */
    public URI address() {
        return address;
    }

    /** What it said so far that is more than information. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** A process whose output nobody reads stands still once the pipe is full. */
    private void readOn(BufferedReader log) {
        Thread reader = new Thread(() -> read(log), "prometheus-log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader log) {
        try {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (!line.contains("level=info")) {
                    warnings.add(line);
                }
            }
        } catch (IOException e) {
            warnings.add("The log ended: " + e.getMessage());
        }
    }
}
