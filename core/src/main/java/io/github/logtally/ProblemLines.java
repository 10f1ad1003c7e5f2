package io.github.logtally;

import io.github.logtally.config.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mistakes of a configuration as lines of the status channel, which a file full of rubbish must not flood. */
final class ProblemLines {
    /** So many mistakes of one rules file are said. */
    static final int MOST_OF_A_FILE = 100;

    private ProblemLines() {}

    /** A line for each mistake; of a rules file that has very many the first, and at the end how many more there are. */
    static List<String> of(List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> mistakes = new LinkedHashMap<>();
        for (Problem problem : problems) {
            boolean isSaid =
                    problem.file().isEmpty() || mistakes.merge(problem.file(), 1, Integer::sum) <= MOST_OF_A_FILE;
            if (isSaid) {
                lines.add(problem.text());
            }
        }
        mistakes.forEach((file, all) -> {
            if (all > MOST_OF_A_FILE) {
                lines.add(file + ": has " + all + " mistakes, of which these are the first " + MOST_OF_A_FILE + "; "
                        + (all - MOST_OF_A_FILE) + " more are not listed here. logtally-rules check shows all.");
            }
        });
        return lines;
    }
}
