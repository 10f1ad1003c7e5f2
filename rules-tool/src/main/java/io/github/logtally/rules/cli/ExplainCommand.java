package io.github.logtally.rules.cli;

import io.github.logtally.rules.explain.Explanation;
import io.github.logtally.rules.log.LogEvent;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogReader;
import io.github.logtally.spi.Element;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: what the rules make of one line. */
@Command(
        name = "explain",
        description =
                "Tells for one event of a log which condition of which rule holds, what it captures, and what is counted.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all rules are right", "1:rules are refused, or the line is no event", "2:wrong usage"})
final class ExplainCommand implements Callable<Integer> {
    private static final int FOUND = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private RulesArgument rules = new RulesArgument();

    @Parameters(
            index = "1",
            paramLabel = "LOG",
            arity = "0..1",
            description = "The log, as for try; with --line-number.")
    private @Nullable String log;

    @Option(
            names = "--line",
            paramLabel = "TEXT",
            description = "The line, with those of its stack trace if it has one.")
    private @Nullable String line;

    @Option(names = "--line-number", paramLabel = "N", description = "The number of the line in LOG, from 1.")
    private long lineNumber;

    @Mixin
    private LayoutOption layout = new LayoutOption();

    @Override
    public Integer call() throws IOException {
        if ((line == null) == (log == null) || (log == null) != (lineNumber == 0)) {
            throw new ParameterException(spec.commandLine(), "give either --line, or LOG and --line-number");
        }
        Element settings = rules.read();
        if (line != null) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return explain(settings, layout.format(bytes), new ByteArrayInputStream(bytes), 1, line);
        }
        try (LogInput input = LogInput.open(String.valueOf(log), layout.charset())) {
            return explain(settings, layout.format(input.peek()), input.stream(), lineNumber, "line " + lineNumber);
        }
    }

    private int explain(Element settings, LogFormat format, InputStream in, long wanted, String subject)
            throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LogReader reader = new LogReader(in, format, (number, bytes, from, to) -> {
            if (number == wanted) {
                String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
                spec.commandLine().getErr().println("explain: not an event: " + format.whyNot(text));
            }
        });
        for (LogEvent event = reader.next(); event != null; event = reader.next()) {
            if (event.lineNumber() <= wanted && wanted < event.lineNumber() + event.lines()) {
                boolean right = new Explanation(settings, format, event, out).write();
                out.flush();
                return right ? 0 : FOUND;
            }
        }
        spec.commandLine().getErr().println("explain: no event in " + subject);
        return FOUND;
    }
}
