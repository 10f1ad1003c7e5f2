package io.github.logtally.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What has no goal of its own: every peer, and how the cost changes with rules, threads and series. */
final class FurtherTables {
    private static final List<Integer> RULES = List.of(1, 10, 100, 1000);
    private static final List<Integer> SERIES = List.of(1, 1000, 10_000, 100_000);

    private final Results results;

    // Mutable state: of the table that is being printed

    private String head = "";

    FurtherTables(Results results) {
        this.results = results;
    }

    void print() {
        everyPeer("No rule can match", "NoMatch", "/CONSTANT/10", "no-match");
        everyPeer("Template rule, bursts", "Burst", "/TEMPLATE/1", "template");
        everyPeer("Text rule, bursts", "Burst", "/TEXT/1", "text");
        ordinary();
        callByRules();
        callByThreads();
        workerByRules();
        workerBySeries();
        scrapes();
        scrapeUnderLoad();
        tries();
    }

    private void everyPeer(String title, String benchmark, String parameters, String command) {
        head(title + ": the log call", command, List.of("call", "added", "allocated", "added, times ours"));
        for (Framework framework : Framework.values()) {
            LogCall call = new LogCall(benchmark, framework, parameters, command);
            for (Peer peer : Peer.values()) {
                row(
                        framework + ", " + peer,
                        results.of(call.key(peer)).text("ns"),
                        call.added(results, peer).text("ns"),
                        results.of(call.bytesKey(peer)).medianText("B"),
                        peer == Peer.NO_OP ? "-" : call.times(results, peer).medianText(""));
            }
        }
    }

    private void ordinary() {
        head("One event every 50 us: the log call", "ordinary", List.of("p50", "p99", "p99.9", "allocated"));
        for (Framework framework : Framework.values()) {
            for (Peer peer : Peer.values()) {
                String subject = "/" + framework + "/" + peer;
                row(
                        framework + ", " + peer,
                        results.of("ordinary p50" + subject).text("ns"),
                        results.of("ordinary p99" + subject).text("ns"),
                        results.of("ordinary p99.9" + subject).text("ns"),
                        results.of("ordinary bytes" + subject).medianText("B"));
            }
        }
    }

    private void callByRules() {
        head("The log call by the number of rules, added", "rules", RULES);
        for (Framework framework : Framework.values()) {
            for (String template : List.of("CONSTANT", "FRESH")) {
                addedByRules(
                        framework + ", no rule can match, " + template.toLowerCase(Locale.ROOT) + " template",
                        new LogCall("NoMatch", framework, "/" + template, "rules"),
                        "/10");
            }
            addedByRules(framework + ", template rule", new LogCall("Burst", framework, "/TEMPLATE", "rules"), "/1");
            addedByRules(framework + ", text rule", new LogCall("Burst", framework, "/TEXT", "rules"), "/1");
        }
    }

    /** The appender that does nothing knows of no rules: it is measured once. */
    private void addedByRules(String what, LogCall call, String rulesOfNoOp) {
        row(
                what,
                RULES.stream()
                        .map(rules -> results.added(
                                        call.key(Peer.LOGTALLY) + "/" + rules, call.key(Peer.NO_OP) + rulesOfNoOp)
                                .text("ns"))
                        .toArray(String[]::new));
    }

    private void callByThreads() {
        head("The log call by threads that log, worker stalled, buffer full", "threads", List.of(1, 2, 8));
        for (Framework framework : Framework.values()) {
            for (Peer peer : Peer.values()) {
                LogCall call = new LogCall("Overload", framework, "", "threads");
                row(
                        framework + ", " + peer,
                        results.of(call.key(peer)).text("ns"),
                        results.of(call.key(peer) + "/2").text("ns"),
                        results.of(call.key(peer) + "/8").text("ns"));
            }
        }
    }

    private void workerByRules() {
        head("The worker by the number of rules, an event", "worker-rules", RULES);
        for (String kind : List.of("TEMPLATE", "WORDS_NONE", "WORDS_ONE", "HAND")) {
            row(
                    switch (kind) {
                        case "TEMPLATE" -> "template rules, one takes the event";
                        case "WORDS_NONE" -> "text rules, none matches";
                        case "WORDS_ONE" -> "text rules, one matches";
                        default -> "by hand, one regex after the other";
                    },
                    RULES.stream()
                            .map(rules -> results.of("worker/" + kind + "/" + rules + "/1000")
                                    .text("ns"))
                            .toArray(String[]::new));
        }
    }

    private void workerBySeries() {
        head("The worker by the number of series, an event", "series", SERIES);
        bySeries("Logtally", "worker/TEMPLATE/1/", "ns");
        bySeries("by hand, labelValues(..).inc() alone", "worker/LABEL_VALUES/1/", "ns");
    }

    private void scrapes() {
        head("A text scrape, and the heap a series, by the number of series", "scrape", SERIES);
        bySeries("Logtally, scrape", "scrape/LOGTALLY/", "ms");
        bySeries("bare client, scrape", "scrape/CLIENT/", "ms");
        bySeries("Logtally, heap a series", "series bytes/LOGTALLY/", "B");
        bySeries("bare client, heap a series", "series bytes/CLIENT/", "B");
    }

    private void bySeries(String what, String prefix, String unit) {
        row(
                what,
                SERIES.stream()
                        .map(series -> results.of(prefix + series).text(unit))
                        .toArray(String[]::new));
    }

    private void scrapeUnderLoad() {
        head("A text scrape of 1,000 series while another thread logs", "load", List.of("p50", "p99"));
        for (Framework framework : Framework.values()) {
            percentiles(framework + ", log call, no scrape", "log call", framework + "/alone", "ns");
            percentiles(framework + ", log call, scrape after scrape", "log call", framework + "/scraped", "ns");
            percentiles(framework + ", scrape, nothing logged", "text scrape", framework + "/alone", "ms");
            percentiles(framework + ", scrape, bursts logged", "text scrape", framework + "/logged", "ms");
        }
    }

    private void tries() {
        head("The rules tool's try, a line", "try", List.of("by the clock", "processor time", "lines"));
        for (String kind : List.of("TEMPLATE", "NONE", "JSON")) {
            row(
                    switch (kind) {
                        case "TEMPLATE" -> "layout, two of four rules take each line";
                        case "NONE" -> "layout, no rule takes a line, all are grouped";
                        default -> "JSON, two of four rules take each line";
                    },
                    results.of("try/" + kind).text("ns"),
                    results.of("try cpu/" + kind).text("ns"),
                    results.of("try speed/" + kind).text("M/s"));
        }
    }

    private void percentiles(String what, String figure, String subject, String unit) {
        row(
                what,
                results.of(figure + " p50/" + subject).text(unit),
                results.of(figure + " p99/" + subject).text(unit));
    }

    /** Begins a table; it is printed with its first row. */
    private void head(String title, String command, List<?> columns) {
        StringJoiner names = new StringJoiner(" | ", "| | ", " |");
        columns.forEach(column -> names.add(
                column instanceof Integer number ? String.format(Locale.ROOT, "%,d", number) : column.toString()));
        head = "%n%s (`benchmarks/run %s`):%n%n%s%n%s|"
                .formatted(title, command, names, "|---".repeat(columns.size() + 1));
    }

    /** A row with nothing in it is left out. */
    private void row(String what, String... cells) {
        if (List.of(cells).stream().anyMatch(cell -> !cell.equals("-"))) {
            if (!head.isEmpty()) {
                System.out.println(head);
                head = "";
            }
            System.out.println("| " + what + " | " + String.join(" | ", cells) + " |");
        }
    }
}
