package io.github.logtally.rules.cli;

import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.report.LogRun;
import io.github.logtally.rules.report.TryReport;
import io.github.logtally.spi.Element;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code try}: rules over a log that is there. */
@Command(
        name = "try",
        description =
                "Runs rules over a log that is there: what they match and count, what they cannot read, which labels have"
                        + " many values, what no rule takes, and the metrics that come of it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rules are right for this log",
            "1:rules are refused or cannot read a value, a bound is passed, or the log has no event",
            "2:wrong usage"
        })
final class TryCommand implements Callable<Integer> {
    private static final int FOUND = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesArgument rules = new RulesArgument();

    @Parameters(
            index = "1",
            paramLabel = "LOG",
            description = "The log: a file, one compressed by gzip, or - for standard input.")
    private String log = "";

    @Mixin
    private LayoutOption layout = new LayoutOption();

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Where to write the metrics, instead of behind the report.")
    private @Nullable Path metrics;

    @Option(
            names = "--patterns",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many patterns of events that no rule took are shown. Default: ${DEFAULT-VALUE}.")
    private int patterns;

    @Option(
            names = "--progress",
            negatable = true,
            description = "Show on standard error how far it is. Default: if that is a terminal.")
    private @Nullable Boolean progress;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Element settings = rules.read();
        LogRun run;
        try (LogInput input = LogInput.open(log, layout.charset())) {
            byte[] beginning = input.peek();
            if (beginning.length == 0) {
                err.println("try: the log is empty");
                return FOUND;
            }
            layout.checkEncoding(beginning);
            LogFormat format = layout.format(beginning);
            run = new LogRun(settings, format);
            if (progress == null ? ProgressBar.isTerminal() : progress) {
                ProgressBar bar = new ProgressBar(input, err, System::nanoTime, progress != null);
                run.read(input.stream(), bar);
                bar.end();
            } else {
                run.read(input.stream(), lines -> {});
            }
        }
        new TryReport(run, out, patterns).write(rules.name(), log.substring(log.lastIndexOf('/') + 1));
        String text = TryReport.metrics(run);
        if (metrics == null) {
            out.println();
            out.println("Metrics");
            out.print(text);
        } else {
            Files.writeString(metrics, text);
        }
        out.flush();
        return run.foundFaults() ? FOUND : 0;
    }
}
