package io.github.logtally.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the worker costs while nothing is logged. Linux. */
final class IdleCost {
    private static final String WORKER = "logtally-worker";

    private IdleCost() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int seconds = Integer.getInteger("seconds", 20);
        try (Calls calls = Framework.LOGBACK.open(Peer.LOGTALLY, List.of(Rule.request()))) {
            calls.request("GET", Values.PATH, 1, 2);
            TimeUnit.SECONDS.sleep(5);
            long cpu = workerCpu();
            long switches = switches();
            TimeUnit.SECONDS.sleep(seconds);
            Figure.print("idle CPU", "worker", "% of a core", (workerCpu() - cpu) / 1e7 / seconds);
            Figure.print("idle wake-ups", "worker", "1/s", (double) (switches() - switches) / seconds);
        }
    }

    private static long workerCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (long id : threads.getAllThreadIds()) {
            var info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().equals(WORKER)) {
                nanos += threads.getThreadCpuTime(id);
            }
        }
        return nanos;
    }

    private static long switches() throws IOException {
        try (Stream<Path> tasks = Files.list(Path.of("/proc/self/task"))) {
            return tasks.filter(IdleCost::isWorker)
                    .mapToLong(IdleCost::switches)
                    .sum();
        }
    }

    private static boolean isWorker(Path task) {
        return read(task.resolve("comm")).get(0).equals(WORKER);
    }

    private static long switches(Path task) {
        return read(task.resolve("status")).stream()
                .filter(line -> line.startsWith("voluntary_ctxt_switches"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of("");
        }
    }
}
