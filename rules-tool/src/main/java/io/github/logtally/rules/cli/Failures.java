package io.github.logtally.rules.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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
        command.getErr().println(command.getCommandName() + ": " + words(failure));
        return ExitCode.USAGE;
    }

    private static String words(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (failure instanceof FileAlreadyExistsException there) {
            return there.getFile() + ": is there already";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": is not allowed to be read or written";
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
