package io.github.logtally.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Turns the results in a directory into a table: the lines of {@link Figure}. A cell without a
 * result is a dash.
 */
final class Summary {
    private static final List<Peer> PEERS =
            List.of(Peer.MICROMETER, Peer.SIMPLECLIENT, Peer.ASYNC, Peer.SYNC, Peer.FILE);

    private final Map<String, Double> figures = new HashMap<>();

    private Summary() {}

    public static void main(String[] arguments) throws IOException {
        Summary summary = new Summary();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    summary.read(line);
                }
            }
        }
        summary.print();
    }

    private void read(String line) {
        if (line.startsWith("RESULT\t")) {
            String[] cells = line.split("\t", -1);
            figures.put(cells[1] + "/" + cells[2], Double.valueOf(cells[4]));
        }
    }

    private void print() {
        System.out.println("| what | goal | Logtally | peers, and how many times ours they are |");
        System.out.println("|---|---|---|---|");
        for (Framework framework : Framework.values()) {
            row("no rule can match, added", framework, "3 ns, 0 B", "NoMatch", "/10");
        }
        for (Framework framework : Framework.values()) {
            row("template rule, bursts, added", framework, "ASYNC 4, SYNC 3 times ours; 0 B", "Burst", "/TEMPLATE");
        }
        for (Framework framework : Framework.values()) {
            row("text rule, bursts, added", framework, "RENDER + 60 ns, 0 B", "Burst", "/TEXT");
        }
        for (Framework framework : Framework.values()) {
            row("2 threads, worker stalled, added", framework, "ASYNC 10 times ours", "Overload", "");
        }
        for (Framework framework : Framework.values()) {
            row("one event every 50 us, p50, added", framework, "40 / 50 ns; ASYNC 50 times ours", "ordinary p50", "");
            row("one event every 50 us, p99, added", framework, "ASYNC 10 times ours", "ordinary p99", "");
        }
        String unit = " ns/event";
        line(
                "worker, template rule, 1,000 series",
                "100 ns/event",
                figure("worker/TEMPLATE/1", unit),
                "by hand " + figure("worker/HAND/1", unit));
        line(
                "the same beside 999 other rules",
                "1.2 times 1 rule",
                figure("worker/TEMPLATE/1000", unit),
                "by hand, one regex a rule " + figure("worker/HAND/1000", unit));
        line("1 text rule, no match", "", figure("worker/WORDS_NONE/1", unit), "");
        line("1,000 text rules, none matches", "3 times 1 rule", figure("worker/WORDS_NONE/1000", unit), "");
        line("1,000 text rules, one matches", "3 times 1 rule", figure("worker/WORDS_ONE/1000", unit), "");
        line(
                "idle",
                "0.1 % of a core, 20 wake-ups/s",
                figure("idle CPU/worker", " %, ") + figure("idle wake-ups/worker", "/s"),
                "");
        for (Framework framework : Framework.values()) {
            StringJoiner peers = new StringJoiner(", ");
            for (Peer peer : List.of(Peer.NO_OP, Peer.ASYNC, Peer.SYNC)) {
                peers.add(peer + " " + figure("CPU/" + framework + "/" + peer, " us"));
            }
            line(
                    "CPU an event, all threads, " + framework,
                    "0.25 us",
                    figure("CPU/" + framework + "/LOGTALLY", " us"),
                    peers.toString());
        }
        line(
                "heap after GC: at the bound of 10,000 series, after 10 M events of 1 M values, worker stalled, after",
                "flat",
                figure("heap/at the bound", ", ")
                        + figure("heap/after 10 M events", ", ")
                        + figure("heap/worker stalled", ", ")
                        + figure("heap/after the stall", " MB"),
                "");
    }

    private void row(String what, Framework framework, String goal, String benchmark, String suffix) {
        String prefix = benchmark + "/" + framework + "/";
        OptionalDouble ours = added(prefix, Peer.LOGTALLY, suffix);
        StringJoiner others = new StringJoiner("; ");
        others.add("no-op itself " + figure(prefix + Peer.NO_OP + suffix, " ns"));
        if (figures.containsKey(prefix + Peer.RENDER + suffix)) {
            others.add(text(added(prefix, Peer.RENDER, suffix), "RENDER ", " ns"));
        }
        for (Peer peer : PEERS) {
            OptionalDouble theirs = added(prefix, peer, suffix);
            if (theirs.isPresent()) {
                String times = ours.isPresent() && ours.getAsDouble() > 0
                        ? String.format(Locale.ROOT, " (%.1f)", theirs.getAsDouble() / ours.getAsDouble())
                        : "";
                others.add(text(theirs, peer + " ", " ns") + bytes(benchmark, framework, peer, suffix) + times);
            }
        }
        line(
                what + ", " + framework,
                goal,
                text(ours, "", " ns") + bytes(benchmark, framework, Peer.LOGTALLY, suffix),
                others.toString());
    }

    private OptionalDouble added(String prefix, Peer peer, String suffix) {
        Double with = figures.get(prefix + peer + suffix);
        Double without = figures.get(prefix + Peer.NO_OP + suffix);
        return with == null || without == null ? OptionalDouble.empty() : OptionalDouble.of(with - without);
    }

    private String bytes(String benchmark, Framework framework, Peer peer, String suffix) {
        OptionalDouble more = added(benchmark + " bytes/" + framework + "/", peer, suffix);
        return more.isEmpty() ? "" : String.format(Locale.ROOT, " %+.0f B", more.getAsDouble());
    }

    private String figure(String key, String unit) {
        Double value = figures.get(key);
        return value == null ? "-" + unit : text(OptionalDouble.of(value), "", unit);
    }

    private static String text(OptionalDouble value, String before, String unit) {
        if (value.isEmpty()) {
            return before + "-";
        }
        String format = Math.abs(value.getAsDouble()) < 20 ? "%s%.2f%s" : "%s%,.0f%s";
        return String.format(Locale.ROOT, format, before, value.getAsDouble(), unit);
    }

    private static void line(String what, String goal, String ours, String peers) {
        System.out.println("| " + what + " | " + goal + " | " + ours + " | " + peers + " |");
    }
}
