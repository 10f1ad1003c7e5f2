package io.github.logtally.benchmarks;

import java.util.List;
import java.util.StringJoiner;

/** The goals of the design, each with what was measured, whether it is reached, and the command that measures it. */
final class GoalTable {
    private static final String WORKER_ALONE = "worker/TEMPLATE/1/1000";

    private final Results results;

    GoalTable(Results results) {
        this.results = results;
    }

    void print() {
        System.out.println("| what | goal | Logtally | peers | reached | `benchmarks/run` |");
        System.out.println("|---|---|---|---|---|---|");
        for (Framework framework : Framework.values()) {
            ordinary(framework);
        }
        for (Framework framework : Framework.values()) {
            noMatch(framework);
        }
        for (Framework framework : Framework.values()) {
            template(framework);
        }
        for (Framework framework : Framework.values()) {
            overload(framework);
        }
        for (Framework framework : Framework.values()) {
            text(framework);
        }
        worker();
        memory();
        for (Framework framework : Framework.values()) {
            cpu(framework);
        }
        account();
    }

    private void ordinary(Framework framework) {
        String what = "one event every 50 us, " + framework;
        LogCall p50 = new LogCall("ordinary p50", framework, "", "ordinary");
        added(what + ", p50", p50, framework == Framework.LOGBACK ? 40 : 50);
        times(what + ", p50", p50, Peer.ASYNC, 50);
        times(what + ", p99", new LogCall("ordinary p99", framework, "", "ordinary"), Peer.ASYNC, 10);
        bytes(what, new LogCall("ordinary", framework, "", "ordinary"), Peer.NO_OP);
    }

    private void noMatch(Framework framework) {
        String what = "no rule can match, " + framework;
        LogCall call = new LogCall("NoMatch", framework, "/CONSTANT/10", "no-match");
        added(what, call, 3);
        times(what, call, Peer.MICROMETER, 2);
        bytes(what, call, Peer.NO_OP);
    }

    private void template(Framework framework) {
        String what = "template rule, bursts, " + framework;
        LogCall call = new LogCall("Burst", framework, "/TEMPLATE/1", "template");
        times(what, call, Peer.ASYNC, 4);
        times(what, call, Peer.SYNC, 3);
        bytes(what, call, Peer.NO_OP);
    }

    private void overload(Framework framework) {
        String what = "2 threads, worker stalled, buffer full, " + framework;
        times(what, new LogCall("Overload", framework, "/2", "overload"), Peer.ASYNC, 10);
    }

    private void text(Framework framework) {
        String what = "text rule, bursts, " + framework;
        LogCall call = new LogCall("Burst", framework, "/TEXT/1", "text");
        Spread more = results.added(call.key(Peer.LOGTALLY), call.key(Peer.RENDER));
        row(
                what,
                Goal.atMost(60, "adds 60 ns to the rendering"),
                more,
                more.text("ns"),
                "the rendering adds "
                        + results.added(call.key(Peer.RENDER), call.key(Peer.NO_OP))
                                .text("ns"),
                call.command());
        bytes(what, call, Peer.RENDER);
    }

    private void worker() {
        Spread alone = results.of(WORKER_ALONE);
        row(
                "worker, full buffer drained, template rule, 1,000 series",
                Goal.atMost(100, "100 ns (10 M/s)"),
                alone,
                alone.text("ns"),
                "by hand " + results.of("worker/HAND/1/1000").text("ns"),
                "worker");
        Spread live = results.of("worker/LIVE/1/1000");
        row(
                "the same live, beside the thread that logs",
                Goal.atMost(200, "200 ns (5 M/s)"),
                live,
                live.text("ns"),
                "",
                "worker");
        atMostTimes(
                "worker, 999 other template rules",
                "worker/TEMPLATE/1000/1000",
                WORKER_ALONE,
                1.2,
                "by hand, one regex a rule "
                        + results.of("worker/HAND/1000/1000").text("ns"));
        String one = "worker/WORDS_NONE/1/1000";
        atMostTimes("worker, 1,000 text rules, none matches", "worker/WORDS_NONE/1000/1000", one, 3, "");
        atMostTimes("worker, 1,000 text rules, one matches", "worker/WORDS_ONE/1000/1000", one, 3, "");
    }

    private void atMostTimes(String what, String key, String base, double limit, String peers) {
        Spread times = results.ratio(key, base);
        String ours = times.text("times") + ", " + results.of(key).medianText("ns");
        row(what, Goal.atMost(limit, number(limit) + " times 1 rule"), times, ours, peers, "worker");
    }

    private void memory() {
        String first = "heap/at the bound";
        for (String later : List.of("after 10 M events", "worker stalled", "after the stall")) {
            Spread growth = results.ratio("heap/" + later, first);
            row(
                    "heap with 10,000 of 1 M different values, " + later,
                    Goal.atMost(1.05, "flat: 1.05 times that at the bound"),
                    growth,
                    growth.text("times") + ", " + results.of("heap/" + later).medianText("MB"),
                    "at the bound " + results.of(first).text("MB"),
                    "memory");
        }
        Spread wakeUps = results.of("idle wake-ups/worker");
        row("idle, wake-ups", Goal.atMost(20, "20/s"), wakeUps, wakeUps.text("/s"), "", "idle");
        Spread idle = results.of("idle CPU/worker");
        row("idle, CPU", Goal.atMost(0.1, "0.1 % of a core"), idle, idle.text("%"), "", "idle");
    }

    private void cpu(Framework framework) {
        LogCall call = new LogCall("CPU", framework, "", "cpu");
        Spread added = call.added(results, Peer.LOGTALLY);
        StringJoiner peers = new StringJoiner("; ");
        for (Peer peer : List.of(Peer.NO_OP, Peer.ASYNC, Peer.SYNC)) {
            peers.add(peer + " " + results.of(call.key(peer)).medianText("us"));
        }
        row(
                "CPU an event, all threads, added, " + framework,
                Goal.atMost(0.25, "0.25 us"),
                added,
                added.text("us") + "; in all "
                        + results.of(call.key(Peer.LOGTALLY)).medianText("us"),
                peers.toString(),
                call.command());
    }

    private void account() {
        Spread missing = results.of("scale/missing");
        row(
                "50 M events, 10,000 series, 1,000 rules, a stall: events not accounted for",
                Goal.atMost(0, "0"),
                missing,
                missing.medianText("") + "; " + results.of("scale/processed").medianText("counted") + ", "
                        + results.of("scale/dropped").medianText("dropped"),
                "",
                "scale");
        Spread grown = results.of("scale/heap grown");
        row("the same: growth of the heap", Goal.atMost(1, "1 MB"), grown, grown.text("MB"), "", "scale");
    }

    private void added(String what, LogCall call, double limit) {
        Spread added = call.added(results, Peer.LOGTALLY);
        row(
                what + ", added",
                Goal.atMost(limit, number(limit) + " ns"),
                added,
                added.text("ns"),
                "no-op itself " + results.of(call.key(Peer.NO_OP)).text("ns"),
                call.command());
    }

    private void times(String what, LogCall call, Peer peer, double limit) {
        Spread times = call.times(results, peer);
        row(
                what + ", added",
                Goal.atLeast(limit, peer + " adds " + number(limit) + " times as much"),
                times,
                call.added(results, Peer.LOGTALLY).text("ns"),
                peer + " " + call.added(results, peer).text("ns") + ": " + times.text("times"),
                call.command());
    }

    private void bytes(String what, LogCall call, Peer base) {
        Spread bytes = results.added(call.bytesKey(Peer.LOGTALLY), call.bytesKey(base));
        String peers = results.of(call.bytesKey(Peer.ASYNC)).isMeasured()
                ? Peer.ASYNC + " "
                        + results.added(call.bytesKey(Peer.ASYNC), call.bytesKey(base))
                                .text("B")
                : "";
        // The JVM allocates now and then: less than half a byte a call is none
        row(
                what + ", allocated beyond " + base,
                Goal.atMost(0.5, "0 B"),
                bytes,
                bytes.text("B"),
                peers,
                call.command());
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((int) value) : String.valueOf(value);
    }

    private static void row(String what, Goal goal, Spread judged, String ours, String peers, String command) {
        System.out.println("| " + what + " | " + goal.text() + " | " + ours + " | " + peers + " | "
                + goal.verdict(judged) + " | `" + command + "` |");
    }
}
