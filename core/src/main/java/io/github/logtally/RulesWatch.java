package io.github.logtally;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.config.Problem;
import io.github.logtally.rulesfile.RulesSources;
import io.github.logtally.rulesfile.RulesSources.Contents;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.LevelScale;
import io.github.logtally.spi.StatusReporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether the rules files of one appender have changed, by what is in them, and has right ones taken over. A change
 * counts once two looks in a row agree on it: nobody wants the first half of a file that is being written.
 *
 * <p>Confined to the thread that looks.
 */
final class RulesWatch {
    private final String appenderName;
    private final Element appender;
    private final RulesSources sources;
    private final LevelScale levels;
    private final StatusReporter reporter;
    private final Predicate<AppenderConfig> takeOver;
    private final IntConsumer refuse;

    // Mutable state

    private Contents running;
    private Contents judged;
    private @Nullable Contents seen;

    /**
     * A watch over files that have been read.
     *
     * @param appender the appender without the files' rules
     * @param running what the rules that run were made of
     * @param takeOver puts a configuration in the place of the running one; false where it is too late for that
     * @param refuse takes how many rules do not run since the files changed; 0 when all is well again
     */
    RulesWatch(
            String appenderName,
            Element appender,
            RulesSources sources,
            Contents running,
            LevelScale levels,
            StatusReporter reporter,
            Predicate<AppenderConfig> takeOver,
            IntConsumer refuse) {
        this.appenderName = appenderName;
        this.appender = appender;
        this.sources = sources;
        this.running = running;
        this.judged = running;
        this.levels = levels;
        this.reporter = reporter;
        this.takeOver = takeOver;
        this.refuse = refuse;
        for (String name : sources.unchangeable()) {
            reporter.configurationProblem("rulesRefresh: " + name
                    + " is no file of its own and cannot change while the application runs; it is read once.");
        }
    }

    /**
     * Looks once.
     *
     * @return whether something has changed and is to be looked at again soon
     */
    boolean look() {
        Contents now = sources.read();
        if (now.equals(judged)) {
            seen = null;
            return false;
        }
        if (seen == null || !seen.equals(now)) {
            seen = now;
            return true;
        }
        seen = null;
        judged = now;
        judge(now);
        return false;
    }

    private void judge(Contents now) {
        if (now.equals(running)) {
            refuse.accept(0);
            return;
        }
        AppenderConfig config = compile(now);
        List<Problem> mistakes = mistakesOfFiles(config);
        if (mistakes.isEmpty()) {
            if (takeOver.test(config)) {
                running = now;
            }
            return;
        }
        // First the number: whoever reads the messages may look at it
        refuse.accept(Math.max(1, config.refused()));
        List<String> missing = now.problems();
        if (missing.size() == mistakes.size()) {
            missing.forEach(problem -> reporter.configurationProblem(problem + " The rules read before go on."));
            return;
        }
        ProblemLines.of(mistakes).forEach(reporter::configurationProblem);
        reporter.configurationProblem("the changed rules are refused for " + mistakes.size()
                + (mistakes.size() == 1 ? " mistake" : " mistakes") + "; the rules read before go on.");
    }

    /**
     * What stands in the files, and what they make wrong outside of them: discovery, where a file's rule takes the name of its
     * metric. The mistakes of the framework's own configuration are known and keep no file from being taken over.
     */
    private List<Problem> mistakesOfFiles(AppenderConfig config) {
        List<Problem> mistakes = new ArrayList<>(config.problems());
        mistakes.removeIf(problem -> problem.at().isEmpty());
        if (mistakes.size() < config.problems().size()) {
            Set<String> known = compile(running).problems().stream()
                    .map(RulesWatch::withoutPlace)
                    .collect(Collectors.toSet());
            config.problems().stream()
                    .filter(problem -> problem.at().isEmpty() && !known.contains(withoutPlace(problem)))
                    .forEach(mistakes::add);
        }
        return mistakes;
    }

    /** A place in words says also which of several of one name it is, and a file may bring another of that name. */
    private static String withoutPlace(Problem problem) {
        return problem.setting() + ": " + problem.message();
    }

    private AppenderConfig compile(Contents contents) {
        return ConfigCompiler.compile(appenderName, contents.addTo(appender), levels);
    }
}
