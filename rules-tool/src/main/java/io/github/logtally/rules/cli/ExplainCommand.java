package io.github.logtally.rules.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code explain}: Tells for one line of a log which condition of which rule holds. */
@Command(
        name = "explain",
        description = "Tells for one line of a log which condition of which rule holds.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
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
