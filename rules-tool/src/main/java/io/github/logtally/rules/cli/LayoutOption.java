package io.github.logtally.rules.cli;

import io.github.logtally.rules.json.JsonFormat;
import io.github.logtally.rules.layout.LayoutException;
import io.github.logtally.rules.layout.Layouts;
import io.github.logtally.rules.log.LogFormat;
import io.github.logtally.rules.log.LogReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** {@code --layout}: how the lines of the log are written. */
final class LayoutOption {
    /** So much of a line is shown. */
    private static final int SHOWN = 200;

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

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            description =
                    "The encoding of the log, such as windows-1252. Left out, it is UTF-8, or UTF-16 that says so.")
    private @Nullable Charset charset;

    /** The encoding that was asked for, or null. */
    @Nullable
    Charset charset() {
        return charset;
    }

    /** Says so on standard error where the beginning of a log is not in the encoding that it is read in. */
    void checkEncoding(byte[] beginning) {
        // What is cut in the middle of a character is no mistake
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(beginning), CharBuffer.allocate(beginning.length + 1), false);
        if (result.isError()) {
            command()
                    .commandLine()
                    .getErr()
                    .println(command().name()
                            + ": the log is not in UTF-8: say by --charset what it is in, such as windows-1252");
        }
    }

    /** The format that was asked for, or the one that the beginning of the log has. */
    LogFormat format(byte[] beginning) throws IOException {
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

    private static LogFormat guess(byte[] beginning) throws IOException {
        String first = "";
        int start = 0;
        while (start < beginning.length) {
            int end = start;
            while (end < beginning.length && beginning[end] != '\n') {
                end++;
            }
            byte[] line = LogReader.withoutColors(Arrays.copyOfRange(beginning, start, end));
            if (line.length > 0 && line[0] == '{') {
                return new JsonFormat("json");
            }
            LogFormat usual = Layouts.thatWrote(line, line.length);
            if (usual != null) {
                return usual;
            }
            if (first.isBlank()) {
                first = new String(line, StandardCharsets.UTF_8).strip();
            }
            start = end + 1;
        }
        throw new IOException(
                "no line at the beginning of the log has a usual layout: say by --layout how it is written, as"
                        + " the application's configuration has it, such as '%d %-5level [%t] %logger - %msg%n'. It begins with: "
                        + (first.length() <= SHOWN ? first : first.substring(0, SHOWN) + "..."));
    }

    private CommandSpec command() {
        if (spec == null) {
            throw new IllegalStateException("not an option of a command");
        }
        return spec;
    }
}
