package io.github.logtally.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The commands of README.md that run the jar, as they stand there, and what README.md shows of their output. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND =
            Pattern.compile("^java -jar (rules-tool/target/logtally-rules\\.jar .+)$", Pattern.MULTILINE);
    private static final Pattern SHOWN = Pattern.compile(
            "<!-- from: rules-tool/src/test/resources/readme/(\\w+)\\.txt -->\n```text\n(.+?)```", Pattern.DOTALL);

    @Test
    void commands_printWhatIsShown() throws Exception {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> commands = all(COMMAND, readme, 1);
        StringBuilder printed = new StringBuilder();
        for (String command : commands) {
            printed.append(run(command));
        }

        assertThat(commands).hasSize(3);
        assertThat(all(SHOWN, readme, 2)).hasSize(2).allSatisfy(shown -> assertThat(printed.toString())
                .contains(shown));
        for (String file : all(SHOWN, readme, 1)) {
            assertThat(printed.toString())
                    .contains(Files.readString(Path.of("src/test/resources/readme", file + ".txt")));
        }
    }

    private static String run(String arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-jar");
        command.addAll(List.of(arguments.split(" ")));
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(arguments + "\n" + text).isZero();
        return text;
    }

    private static List<String> all(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(group))
                .toList();
    }
}
