package io.github.logtally.rules.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code try}: Runs rules over existing log text and tells what they would count. */
@Command(
        name = "try",
        description = "Runs rules over existing log text and tells what they would count.",
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RULES", description = "the rules file")
    private Path rules = Path.of("");

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(rules);
        return 0;
    }
}
