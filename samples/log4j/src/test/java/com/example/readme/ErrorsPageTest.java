package com.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * docs/errors.md has every message: those that the tests of the core know to the letter, and every piece of text in the sources
 * that could be one.
 */
class ErrorsPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path KNOWN = ROOT.resolve("core/src/test/resources/io/github/logtally/config");
    private static final List<String> MODULES = List.of("core", "log4j-appender", "logback-appender", "spring-boot");

    /** They hold texts for a scrape, or for those who use the classes wrongly: for no user of the appenders. */
    private static final Set<String> WITHOUT_MESSAGES = Set.of(
            "Captures.java",
            "CompiledRule.java:not a regular expression of this rule",
            "BudgetedText.java",
            "DefaultHelp.java",
            "Discovery.java",
            "Family.java",
            "OperandMaker.java",
            "OwnMetrics.java",
            "RegexReader.java:an empty alternative matches everywhere",
            "SlotBuffer.java",
            "SlotFiller.java",
            "ConfigCompiler.java:Log events by level and logger",
            "ConfigCompiler.java:level, logger",
            "ConfigCompiler.java:the appender",
            "ConfigCompiler.java:> default rule",
            "LevelReader.java:minLevel, maxLevel",
            "RuleCompiler.java:an Exclude",
            "RulesSource.java:there is nothing to read",
            "SharedMetrics.java:other settings",
            "SharedRules.java:is not among these",
            "WatchedAccount.java");

    private static final Pattern ROW = Pattern.compile("^\\| `(.+?)` \\| (.+) \\|$", Pattern.MULTILINE);

    @Test
    void rows_haveEveryMessageThatTheCoreTests() throws IOException {
        List<Pattern> rows = messages().stream().map(ErrorsPageTest::pattern).toList();
        List<String> known = Stream.concat(lines("mistakes.txt", "    "), lines("rules-wrong.txt", "#! "))
                .toList();

        assertThat(known).hasSizeGreaterThan(100).allSatisfy(message -> assertThat(rows)
                .as(message)
                .anyMatch(row -> row.matcher(message).matches()));
    }

    @Test
    void rows_haveEveryTextOfTheSourcesThatCouldBeAMessage() throws IOException {
        String page = String.join("\n", messages());
        Set<String> missing = new TreeSet<>(texts());
        missing.removeIf(
                text -> isException(text) || !isSentence(withoutFile(text)) || page.contains(withoutFile(text)));

        assertThat(missing).isEmpty();
    }

    @Test
    void rows_sayNothingThatNoSourceSays() throws IOException {
        List<String> texts = texts().stream()
                .map(text -> withoutFile(text).toLowerCase(Locale.ROOT))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        Set<String> single =
                texts.stream().map(text -> text.replaceAll("[^a-z]", "")).collect(Collectors.toSet());

        for (String message : messages()) {
            String rest = message.toLowerCase(Locale.ROOT);
            for (String text : texts) {
                rest = isSentence(text) ? rest.replace(text, "…") : rest;
            }
            assertThat(single)
                    .as(message)
                    .containsAll(Pattern.compile("[a-z]{3,}")
                            .matcher(rest)
                            .results()
                            .map(MatchResult::group)
                            .toList());
        }
    }

    @Test
    void exceptions_areStillThere() throws IOException {
        Set<String> present = new TreeSet<>(texts());
        present.addAll(present.stream()
                .map(text -> text.substring(0, text.indexOf(':')))
                .toList());

        assertThat(present).containsAll(WITHOUT_MESSAGES);
    }

    /** What the lines that begin so say. */
    private static Stream<String> lines(String file, String beginning) throws IOException {
        return Files.readAllLines(KNOWN.resolve(file)).stream()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()).strip());
    }

    /** Every text of the sources behind the name of its file; what the status logger fills in is an ellipsis. */
    private static Set<String> texts() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path source :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    for (String text : JavaTexts.of(Files.readString(source))) {
                        texts.add(source.getFileName() + ":"
                                + text.replaceFirst("^(Logtally '|Cannot read )\\{}", "$1…"));
                    }
                }
            }
        }
        assertThat(texts).hasSizeGreaterThan(300);
        return texts;
    }

    private static String withoutFile(String text) {
        return text.substring(text.indexOf(':') + 1);
    }

    private static boolean isException(String text) {
        return WITHOUT_MESSAGES.contains(text) || WITHOUT_MESSAGES.contains(text.substring(0, text.indexOf(':')));
    }

    /** What the rows quote, in their order. */
    private static List<String> messages() throws IOException {
        List<String> messages = ROW.matcher(Files.readString(ROOT.resolve("docs/errors.md")))
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(messages).doesNotHaveDuplicates();
        return messages;
    }

    /** A message of the row, behind its place: an ellipsis is any text, a full stop may be a suggestion. */
    private static Pattern pattern(String row) {
        String regex = Arrays.stream(row.split("…", -1))
                .map(literal -> Arrays.stream(literal.split("\\.(?= |$)", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("(?:\\.|; did you mean '.*'\\?)")))
                .collect(Collectors.joining(".*"));
        return Pattern.compile(".*?: " + regex);
    }

    /** Two words at least. */
    private static boolean isSentence(String text) {
        return Pattern.compile("[A-Za-z]{2,}.* .*[A-Za-z]{2,}").matcher(text).find();
    }
}
