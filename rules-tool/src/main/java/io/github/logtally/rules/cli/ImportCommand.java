package io.github.logtally.rules.cli;

import io.github.logtally.rules.check.RuleCheck;
import io.github.logtally.rules.fluentbit.FluentBitImport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: turns the {@code log_to_metrics} filters of Fluent Bit into a rules file. */
@Command(
        name = "import",
        description = {
            "Turns the log_to_metrics filters of a Fluent Bit configuration into a rules file.",
            "What has no counterpart is a comment in it. A rule that would count something else than Fluent Bit does is a"
                    + " comment as well, which says what to mend; the exit code is 1 then."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "FLUENT-BIT-CONFIG",
            description = "the configuration: classic, or YAML where it ends with .yaml or .yml")
    private Path configuration = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where the rules file goes, which must not be there yet; standard output otherwise")
    private @Nullable Path output;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "what stands for $${NAME} in the configuration; may be repeated")
    private Map<String, String> variables = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        FluentBitImport.Result result = FluentBitImport.of(configuration, variables, RuleCheck::problems);
        if (output == null) {
            spec.commandLine().getOut().print(result.text());
        } else {
            Files.write(output, result.text().getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        }
        spec.commandLine()
                .getErr()
                .println(
                        result.rules() + (result.rules() == 1 ? " rule, " : " rules, ") + result.toMend() + " to mend");
        return result.toMend() == 0 ? 0 : 1;
    }
}
