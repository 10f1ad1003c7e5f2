package io.github.logtally.rule;

import io.github.logtally.config.LabelDefinition;
import io.github.logtally.series.LabelValues;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a label's values few, in this order: {@code replace}, {@code map}, {@code allow}, length. Shared by all plans of
 * a rule; single-threaded under the turn.
 */
final class LabelShaper {
    private final LabelDefinition label;
    private final @Nullable GuardedRegex replace;
    private final StringBuilder replaced = new StringBuilder();
    private char[] original = new char[0];

    LabelShaper(LabelDefinition label, @Nullable GuardedRegex replace) {
        this.label = label;
        this.replace = replace;
    }

    /** Shapes the label that was just written; false if the rule has failed. */
    boolean shape(Evaluation evaluation, LabelValues labels) {
        if (replace != null && !replaceAll(evaluation, replace, labels)) {
            return false;
        }
        String substitute = label.substitute(labels.current());
        if (substitute != null) {
            labels.setCurrent(substitute);
        }
        labels.truncate(label.maxLength());
        return true;
    }

    private boolean replaceAll(Evaluation evaluation, GuardedRegex regex, LabelValues labels) {
        CharSequence value = labels.current();
        int length = value.length();
        if (original.length < length) {
            original = new char[length * 2];
        }
        for (int i = 0; i < length; i++) {
            original[i] = value.charAt(i);
        }
        regex.reset(evaluation, original, length);
        replaced.setLength(0);
        int copied = 0;
        boolean any = false;
        while (regex.find(evaluation)) {
            any = true;
            replaced.append(original, copied, regex.start(0) - copied).append(label.with());
            copied = regex.end(0);
        }
        if (evaluation.failure() != null) {
            return false;
        }
        if (any) {
            labels.setCurrent(replaced.append(original, copied, length - copied));
        }
        return true;
    }
}
