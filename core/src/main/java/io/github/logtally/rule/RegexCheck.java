package io.github.logtally.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression found in the message; its named groups are captures. It is not tried on a message without the
 * text that it needs, so that such messages cost little and cannot make it run away.
 */
final class RegexCheck implements Check, Spans {
    private final GuardedRegex regex;
    private final String[] groups;
    private final char[] required;

    /** A check with this expression; {@code required} is in every text that it finds, null or empty if none is known. */
    RegexCheck(GuardedRegex regex, List<String> groups, @Nullable String required) {
        this.regex = regex;
        this.groups = groups.toArray(new String[0]);
        this.required = required == null ? new char[0] : required.toCharArray();
    }

    @Override
    public boolean holds(Evaluation evaluation) {
        if (!evaluation.hasText()) {
            return false;
        }
        char[] text = evaluation.text();
        int length = evaluation.textLength();
        if (required.length > 0 && PatternMatcher.indexOf(text, 0, length, required) < 0) {
            return false;
        }
        regex.reset(evaluation, text, length);
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
