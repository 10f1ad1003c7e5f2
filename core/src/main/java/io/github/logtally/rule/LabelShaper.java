package io.github.logtally.rule;

import io.github.logtally.config.LabelDefinition;
import io.github.logtally.series.LabelValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a label's values few, in this order: {@code replace}, {@code map}, {@code allow}, length. Shared by all plans of
 * a rule; single-threaded under the turn.
 */
final class LabelShaper {
    private static final String OTHER = "other";

    private final @Nullable GuardedRegex replace;
    private final String with;
    private final LabelDefinition.Mapping[] map;
    private final String @Nullable [] allow;
    private final int maxLength;
    private final StringBuilder replaced = new StringBuilder();
    private char[] original = new char[0];

    LabelShaper(LabelDefinition label, @Nullable GuardedRegex replace) {
        this.replace = replace;
        this.with = label.with();
        this.map = label.map().toArray(new LabelDefinition.Mapping[0]);
        List<String> allowed = label.allow();
        this.allow = allowed == null ? null : allowed.toArray(new String[0]);
        this.maxLength = label.maxLength();
    }

    /** Shapes the label that was just written; false if the rule has failed. */
    boolean shape(Evaluation evaluation, LabelValues labels) {
        if (replace != null && !replaceAll(evaluation, replace, labels)) {
            return false;
        }
        for (LabelDefinition.Mapping mapping : map) {
            if (mapping.glob().matches(labels.current())) {
                labels.setCurrent(mapping.result());
                break;
            }
        }
        if (allow != null && !allowed(allow, labels.current())) {
            labels.setCurrent(OTHER);
        }
        labels.truncate(maxLength);
        return true;
    }

    private static boolean allowed(String[] allow, CharSequence value) {
        for (String each : allow) {
            if (each.contentEquals(value)) {
                return true;
            }
        }
        return false;
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
            replaced.append(original, copied, regex.start(0) - copied).append(with);
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
