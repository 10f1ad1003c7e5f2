package io.github.logtally.rules.report;

import io.github.logtally.trial.Trial;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what came of a log, for people. */
public final class TryReport {
    /** Different values from which on a label makes more series than anybody looks at. */
    private static final int MANY = 100;

    private final LogRun run;
    private final PrintWriter out;
    private final int maxPatterns;

    /** A report that shows so many of the likely patterns. */
    public TryReport(LogRun run, PrintWriter out, int maxPatterns) {
        this.run = run;
        this.out = out;
        this.maxPatterns = maxPatterns;
    }

    /** Writes all but the metrics. */
    public void write(String rulesName, String logName) {
        head(rulesName, logName);
        list("Mistakes in the rules", run.trial.problems());
        rules();
        failures();
        list("Said by the rules", run.warnings);
        series();
        unmatched();
        strays("Lines that are no events: ", run.strayLines(), run.strays);
        strays(
                "Lines with a date as an event has it, that go on with the event before them: ",
                run.doubtfulLines(),
                run.doubtful);
        doubts();
    }

    private void head(String rulesName, String logName) {
        out.println("Rules   " + rulesName + ": " + run.rules.size() + " run");
        out.println("Log     " + logName + ": " + counted(run.lines(), "line") + ", " + counted(run.events(), "event"));
        out.println("Layout  " + run.format.describe());
        if (run.joinedLines() > 0) {
            out.println("        " + number(run.joinedLines()) + " lines go on with the event before them");
        }
        if (run.cut() > 0) {
            out.println("        " + number(run.cut()) + " lines or events were too long and were cut");
        }
        if (run.trial.truncated() > 0) {
            out.println("        " + number(run.trial.truncated()) + " messages were longer than maxMessageLength");
        }
    }

    private void rules() {
        if (run.rules.isEmpty()) {
            return;
        }
        heading("Matches");
        for (RuleTally rule : run.rules) {
            String failed = rule.failed() == 0 ? "" : ", " + number(rule.failed()) + " not counted, see below";
            out.println(right(rule.matches) + "  " + rule.rule.place() + (rule.matches == 0 ? ": never matched" : "")
                    + failed);
        }
    }

    private void failures() {
        if (run.rules.stream().noneMatch(rule -> rule.failed() > 0)) {
            return;
        }
        heading("Events that a rule could not count");
        for (RuleTally rule : run.rules) {
            rule.failures.forEach((reason, failures) -> {
                out.println(right(failures.events) + "  " + rule.rule.place() + ": " + reason);
                samples(failures.samples);
            });
        }
    }

    private void samples(List<RuleTally.Sample> samples) {
        samples.forEach(sample -> out.println("            line " + sample.lineNumber() + ": " + sample.text()));
    }

    private void series() {
        if (run.rules.isEmpty()) {
            return;
        }
        heading("Series");
        for (Trial.SeriesCount count : run.trial.series()) {
            out.println(right(count.series()) + "  " + count.metric() + ", at most " + number(count.maxSeries()));
            labels(count.metric());
        }
    }

    private void labels(String metric) {
        List<DistinctValues> values = run.values.getOrDefault(metric, List.of());
        List<RuleTally> feeding = run.rules.stream()
                .filter(rule -> rule.rule.metric().equals(metric))
                .toList();
        List<Integer> byNumber = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            byNumber.add(i);
        }
        byNumber.sort(
                (a, b) -> Long.compare(values.get(b).count(), values.get(a).count()));
        for (int label : byNumber) {
            String name = feeding.get(0).rule.labels().get(label);
            DistinctValues distinct = values.get(label);
            long over = overflows(feeding, name);
            out.println("            " + name + ": " + (distinct.isExact() ? "" : "about ")
                    + counted(distinct.count(), "value") + examples(distinct)
                    + (over == 0 ? "" : "; " + counted(over, "event") + " beyond the bound became 'other'")
                    + (distinct.count() < MANY ? "" : "; too many for a label, see replace, map, allow and maxValues"));
        }
        long dropped = overflows(feeding, "");
        if (dropped > 0) {
            out.println("            " + counted(dropped, "event") + " beyond the bound were not counted");
        }
    }

    private static long overflows(List<RuleTally> rules, String label) {
        return rules.stream()
                .mapToLong(rule -> rule.overflows.getOrDefault(label, 0L))
                .sum();
    }

    private static String examples(DistinctValues values) {
        if (values.count() == 0) {
            return "";
        }
        List<String> shown = values.examples().stream()
                .map(example -> example.isEmpty() ? "''" : example)
                .toList();
        return " (" + String.join(", ", shown) + (values.count() > shown.size() ? ", ..." : "") + ")";
    }

    private void unmatched() {
        if (run.unmatched.events() == 0) {
            return;
        }
        List<LikelyPattern> patterns = run.unmatched.patterns();
        heading("Events that no rule took: " + number(run.unmatched.events()) + ", by what is likely their pattern");
        patterns.stream().limit(maxPatterns).forEach(pattern -> {
            out.println(right(pattern.events()) + "  " + pattern.message());
            out.println("            first in line " + pattern.firstLine());
        });
        long rest = patterns.stream()
                        .skip(maxPatterns)
                        .mapToLong(LikelyPattern::events)
                        .sum()
                + run.unmatched.forgotten();
        if (rest > 0) {
            out.println(right(rest) + "  in more patterns");
        }
    }

    private void strays(String heading, long number, List<RuleTally.Sample> samples) {
        if (number == 0) {
            return;
        }
        heading(heading + number(number));
        for (RuleTally.Sample sample : samples) {
            out.println("            line " + sample.lineNumber() + ": " + sample.text());
            out.println("            " + run.format.whyNot(sample.text()));
        }
    }

    private void doubts() {
        List<String> doubts = new ArrayList<>(
                Doubts.of(run.rules.stream().map(rule -> rule.rule).toList(), run.format));
        run.ownLevels.forEach((level, events) -> doubts.add(level + ": how severe this level is; it stands in "
                + counted(events, "event") + ", which minLevel does not take"));
        run.unknownClasses.forEach((name, events) ->
                doubts.add(name + ": what it extends is not known; thrown in " + counted(events, "event")));
        list("What the log does not tell, and the application would", doubts);
    }

    private void list(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            heading(heading);
            lines.forEach(line -> out.println("  " + line));
        }
    }

    private void heading(String text) {
        out.println();
        out.println(text);
    }

    private static String right(long number) {
        return String.format(Locale.ROOT, "%,10d", number);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String counted(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** The metrics in Prometheus' text format. */
    public static String metrics(LogRun run) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(bytes, run.trial.metrics());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
