package io.github.logtally.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.github.logtally.rules.json.JsonFormat;
import io.github.logtally.rules.layout.Layouts;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.report.LogRun;
import io.github.logtally.spi.Element;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a line costs the {@code try} of the rules tool, from the first line on, as a user has it who tries rules over a log once:
 * by the clock, and by the processor time of the whole JVM, its compiler and collector included.
 */
final class TryThroughput {
    private static final String LAYOUT = "%d %-5level [%t] %logger - %msg%n";
    private static final String[] LOGGERS = {
        "com.acme.web.Dispatcher", "com.acme.shop.OrderService", "com.zaxxer.hikari.Pool"
    };

    private TryThroughput() {}

    /** What the log is: TEMPLATE (a rule takes each line), NONE (no rule does, all are grouped), or JSON; and how many lines. */
    public static void main(String[] arguments) throws Exception {
        String kind = arguments[0];
        int lines = Integer.parseInt(arguments[1]);
        Path log = Path.of(TemporaryFile.path());
        write(log, kind, lines);
        LogFormat format = kind.equals("JSON") ? new JsonFormat("json") : Layouts.of(LAYOUT);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long start = System.nanoTime();
        long cpu = system.getProcessCpuTime();
        LogRun run = new LogRun(rules(kind), format);
        try (InputStream in = Files.newInputStream(log)) {
            run.read(in, done -> {});
        }
        double wall = System.nanoTime() - start;
        double busy = system.getProcessCpuTime() - cpu;
        Figure.print("try", kind, "ns/line", wall / lines);
        Figure.print("try cpu", kind, "ns/line", busy / lines);
        Figure.print("try speed", kind, "M lines/s", lines / wall * 1e3);
        Figure.print("try size", kind, "MB", Files.size(log) / 1e6);
    }

    private static Element rules(String kind) {
        String verb = kind.equals("NONE") ? "Reply" : "Request";
        String message = verb + " {method} {path} took {ms} ms status {status}";
        return Element.of("Logtally")
                .child(Element.of("Counter")
                        .with("name", "requests_total")
                        .with("message", message)
                        .with("labels", "method, status"))
                .child(Element.of("Histogram")
                        .with("name", "request_seconds")
                        .with("message", message)
                        .with("value", "{ms}")
                        .with("valueUnit", "ms")
                        .with("labels", "method"))
                .child(Element.of("Counter")
                        .with("name", "errors_total")
                        .with("minLevel", "ERROR")
                        .with("labels", "logger"))
                .child(Element.of("Counter")
                        .with("name", "pool_total")
                        .with("logger", "com.zaxxer.hikari")
                        .with("message", "{pool} - Pool stats ({*}"));
    }

    private static void write(Path log, String kind, int lines) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log), 1 << 16)) {
            for (int i = 0; i < lines; i++) {
                String message = "Request " + Values.method(i) + " /api/v1/orders/" + i + " took " + Values.millis(i)
                        + " ms status " + Values.status(i, 10);
                String time = "12:%02d:%02d".formatted(i / 60_000_000 % 60, i / 1_000_000 % 60);
                String logger = LOGGERS[i % LOGGERS.length];
                String line = kind.equals("JSON")
                        ? "{\"@timestamp\":\"2026-01-01T" + time + ".000Z\",\"@version\":\"1\",\"message\":\"" + message
                                + "\",\"logger_name\":\"" + logger
                                + "\",\"thread_name\":\"worker-7\",\"level\":\"INFO\"}\n"
                        : "2026-01-01 " + time + ",000 INFO  [worker-7] " + logger + " - " + message + "\n";
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
