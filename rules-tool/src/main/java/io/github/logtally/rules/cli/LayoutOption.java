package io.github.logtally.rules.cli;

import io.github.logtally.rules.json.JsonFormat;
import io.github.logtally.rules.layout.LayoutException;
import io.github.logtally.rules.layout.Layouts;
import io.github.logtally.rules.log.LogFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --layout}: how the lines of the log are written. */
final class LayoutOption {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            description = {
                "How the log is written: a layout pattern of Logback or Log4j, as in '%%d %%-5level [%%t] %%logger - %%msg%%n';"
                        + " spring-boot or spring-boot-2;"
                        + " json, logstash, ecs or log4j-json for one JSON object a line.",
                "Left out, JSON and the usual layouts are found by themselves."
            })
    private @Nullable String layout;

    /** The format that was asked for, or the one that the beginning of the log has. */
    LogFormat format(byte[] beginning) {
        String wanted = layout;
        try {
            if (wanted == null) {
                return guess(beginning);
            }
            return JsonFormat.NAMES.contains(wanted) ? new JsonFormat(wanted) : Layouts.of(wanted);
        } catch (LayoutException e) {
            throw new ParameterException(command().commandLine(), "--layout: " + e.getMessage());
        }
    }

    private LogFormat guess(byte[] beginning) {
        int start = 0;
        while (start < beginning.length) {
            int end = start;
            while (end < beginning.length && beginning[end] != '\n') {
                end++;
            }
            byte[] line = java.util.Arrays.copyOfRange(beginning, start, end);
            if (line.length > 0 && line[0] == '{') {
                return new JsonFormat("json");
            }
            LogFormat usual = Layouts.thatWrote(line, line.length);
            if (usual != null) {
                return usual;
            }
            start = end + 1;
        }
        throw new ParameterException(
                command().commandLine(),
                "no line at the beginning of the log has a usual layout: say by --layout how it is written,"
                        + " as the application's configuration has it");
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("not an option of a command");
        }
        return spec;
    }
}
