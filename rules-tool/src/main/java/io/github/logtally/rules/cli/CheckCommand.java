package io.github.logtally.rules.cli;

import io.github.logtally.rules.check.FileCheck;
import io.github.logtally.rules.check.Finding;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: all mistakes in rules, wherever they are written. */
@Command(
        name = "check",
        description = {
            "Finds all mistakes in rules files, and in the Logtally appenders of log4j2.xml and logback.xml.",
            "It says what the appender would say when it starts, with file, line and column. What could not be looked at is"
                    + " noted."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no mistakes", "1:mistakes", "2:wrong usage"})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "The files; of a folder the YAML that has a line metrics: and the XML that names Logtally.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--classpath",
            paramLabel = "DIR",
            description = "A folder in which rules=\"classpath:..\" of an appender is looked for; may be repeated.")
    private List<Path> classPath = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int mistakes = 0;
        int looked = 0;
        for (Path file : files()) {
            looked++;
            for (Finding finding : FileCheck.check(file, classPath)) {
                mistakes += finding.isMistake() ? 1 : 0;
                out.println(finding.isMistake() ? finding.text() : "note: " + finding.text());
            }
        }
        if (looked == 0) {
            spec.commandLine().getErr().println("check: there is nothing to check in these folders");
            return ExitCode.USAGE;
        }
        out.println(looked
                + (looked == 1 ? " file, " : " files, ")
                + mistakes
                + (mistakes == 1 ? " mistake" : " mistakes"));
        return mistakes == 0 ? 0 : 1;
    }

    private List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path file : files) {
            if (Files.isDirectory(file)) {
                List<Path> inside;
                try (Stream<Path> found = Files.walk(file)) {
                    inside = found.filter(Files::isRegularFile).sorted().toList();
                }
                for (Path each : inside) {
                    if (FileCheck.isConcerned(each)) {
                        all.add(each);
                    }
                }
            } else if (Files.exists(file)) {
                all.add(file);
            } else {
                throw new NoSuchFileException(file.toString());
            }
        }
        return all;
    }
}
