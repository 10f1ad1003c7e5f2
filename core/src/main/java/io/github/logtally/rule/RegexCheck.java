package io.github.logtally.rule;

import java.util.List;

/** A regular expression found in the message; its named groups are captures. */
final class RegexCheck implements Check, Spans {
    private final GuardedRegex regex;
    private final String[] groups;

    RegexCheck(GuardedRegex regex, List<String> groups) {
        this.regex = regex;
        this.groups = groups.toArray(new String[0]);
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        if (!evaluation.hasText()) {
            return false;
        }
        regex.reset(evaluation, evaluation.text(), evaluation.textLength());
        return regex.find(evaluation);
    }

    @Override
    public int start(int index) {
        return regex.start(groups[index]);
    }

    @Override
    public int end(int index) {
        return regex.end(groups[index]);
    }
}
