package io.github.logtally.rules.fluentbit;

import io.github.logtally.rulesfile.RulesFile;
import io.github.logtally.spi.Element;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns the {@code log_to_metrics} filters of a Fluent Bit configuration, of either format, into a rules file. */
public final class FluentBitImport {
    private static final String FILTER = "log_to_metrics";

    /** What is true of every translation. */
    private static final List<String> GENERAL = List.of(
            "- Where it counts is said by the loggers that refer to the appender, instead of match; metrics stand in the"
                    + " application's registry, whatever tag, emitter_name and emitter_mem_buf_limit say; a scrape shows what was"
                    + " logged before it, without flush_interval_sec; events reach the other appenders, whatever discard_logs"
                    + " says.",
            "- A field that no log event has by its name is taken for an entry of the MDC, {mdc:NAME}. For a key-value pair write"
                    + " {field:NAME}; for a part of the message write message, the log statement with its holes named, and {NAME}.",
            "- A value with a unit, such as 250ms, is converted to seconds or bytes; Fluent Bit reads the digits alone.",
            "- (?md) in front of a regular expression lets ^, $ and . mean what they mean in Fluent Bit.",
            "- A metric has 1000 series at most unless maxSeries says otherwise, and a label value 128 characters unless"
                    + " maxLabelLength does. Fluent Bit has no bound of series, and cuts label values at 251 bytes.");

    /**
     * What became of a configuration.
     *
     * @param text the rules file
     * @param rules how many rules in it run
     * @param toMend how many things must be mended before it counts what Fluent Bit counts; each is named in the text
     */
    public record Result(String text, int rules, int toMend) {}

    private final Function<List<Element>, List<String>> problems;
    private final List<Element> rules = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int toMend;

    private FluentBitImport(Function<List<Element>, List<String>> problems) {
        this.problems = problems;
    }

    /**
     * Reads a configuration with all files that it includes.
     *
     * @param variables what stands for <code>${NAME}</code>
     * @param problems says what is wrong with rules, as an appender would
     */
    public static Result of(Path file, Map<String, String> variables, Function<List<Element>, List<String>> problems)
            throws IOException {
        ConfigFiles.Config config = ConfigFiles.read(file, variables);
        return new FluentBitImport(problems).write(ConfigFiles.nameOf(file), config);
    }

    private Result write(String name, ConfigFiles.Config config) {
        header(name, config);
        StringBuilder text = new StringBuilder();
        for (Section section : config.sections()) {
            if (isTranslated(section)) {
                text.append('\n').append(rule(section));
            }
        }
        out.append(rules.isEmpty() ? "metrics: []\n" : "metrics:\n").append(text);
        readBack();
        return new Result(out.toString(), rules.size(), toMend);
    }

    /** What was written must read as what was meant. */
    private void readBack() {
        for (String wrong :
                problems.apply(RulesFile.read("rules", out.toString()).elements())) {
            toMend++;
            comment("TO MEND: " + wrong);
        }
    }

    private static boolean isTranslated(Section section) {
        return section.kind().equals("FILTER") && section.plugin().equals(FILTER);
    }

    private void header(String name, ConfigFiles.Config config) {
        comment("Made of " + name + " by logtally-rules import. Read the comments: they say what has no counterpart.");
        GENERAL.forEach(this::comment);
        List<String> others = new ArrayList<>();
        for (Section section : config.sections()) {
            if (!isTranslated(section) && !section.kind().equals("FILTER")) {
                others.add(section.words() + " (" + section.place() + ")");
            }
        }
        if (!others.isEmpty()) {
            comment("- No counterpart in the application: " + String.join("; ", others) + ".");
        }
        for (Section section : config.sections()) {
            if (section.kind().equals("FILTER") && !isTranslated(section)) {
                comment("- " + section.words() + " (" + section.place()
                        + ") is not taken over: does it drop or change records before they are counted?");
            }
        }
        for (String trouble : config.trouble()) {
            toMend++;
            comment("TO MEND: " + trouble);
        }
        if (config.sections().stream().noneMatch(FluentBitImport::isTranslated)) {
            comment("It has no filter " + FILTER + ".");
        }
    }

    private void comment(String words) {
        YamlText.comment(out, "# ", "#   ", words);
    }

    private String rule(Section section) {
        Draft draft = FilterTranslator.translate(section);
        List<Element> all = new ArrayList<>(rules);
        all.add(draft.element());
        problems.apply(all).forEach(draft::mend);
        if (draft.mends().isEmpty()) {
            rules.add(draft.element());
        }
        toMend += draft.mends().size();
        return RuleText.of(draft, section.place() + ": " + FILTER);
    }
}
