package io.github.logtally.rules.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one line what kept a command from running: a file that is not there is wrong usage, not a crash. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        if (!(failure instanceof IOException)) {
            throw failure;
        }
        String message = failure instanceof NoSuchFileException missing
                ? missing.getFile() + ": no such file"
                : failure.toString();
        command.getErr().println(command.getCommandName() + ": " + message);
        return ExitCode.USAGE;
    }
}
