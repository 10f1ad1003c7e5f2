package io.github.logtally.registry;

import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.MetricKind;
import io.github.logtally.series.Family;
import io.github.logtally.series.LabelValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the series present at 0 that a rule declares: all combinations of its labels' {@code zero} values and of fixed
 * texts, if every label has one or the other. A gauge needs a {@code zero} for this: 0 would be a value nobody set.
 */
final class ZeroSeries {
    private final Family family;
    private final List<List<String>> values;
    private final String[] chosen;
    private final LabelValues key = new LabelValues();

    private ZeroSeries(Family family, List<List<String>> values) {
        this.family = family;
        this.values = values;
        this.chosen = new String[values.size()];
    }

    /** Declares what {@code labels}, in the order of the family's, ask for; false if not all of it had room. */
    static boolean declare(Family family, List<LabelDefinition> labels) {
        List<List<String>> values = new ArrayList<>();
        boolean asked = family.definition().kind() != MetricKind.GAUGE;
        for (LabelDefinition label : labels) {
            String fixed = fixed(label);
            if (!label.zero().isEmpty()) {
                values.add(label.zero());
                asked = true;
            } else if (fixed != null) {
                values.add(List.of(fixed));
            } else {
                return true;
            }
        }
        return !asked || values.isEmpty() || new ZeroSeries(family, values).declareFrom(0);
    }

    /** The text a label always has, or null. */
    private static @Nullable String fixed(LabelDefinition label) {
        String constant = label.value().constant();
        boolean asWritten = label.replace() == null && label.map().isEmpty() && label.allow() == null;
        return constant != null && asWritten && constant.length() <= label.maxLength() ? constant : null;
    }

    private boolean declareFrom(int label) {
        if (label < values.size()) {
            for (String value : values.get(label)) {
                chosen[label] = value;
                if (!declareFrom(label + 1)) {
                    return false;
                }
            }
            return true;
        }
        key.reset();
        for (String value : chosen) {
            key.append(value);
            key.endLabel();
        }
        return family.declareZero(key);
    }
}
