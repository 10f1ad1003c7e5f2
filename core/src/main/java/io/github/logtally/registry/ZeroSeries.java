package io.github.logtally.registry;

import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.MetricKind;
import io.github.logtally.config.Piece;
import io.github.logtally.series.Family;
import io.github.logtally.series.LabelValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the series present at 0 that a rule declares: all combinations of its labels' {@code zero} values. A label without
 * such has its fixed text or its default there, or else the empty text, mapped and allowed as in an event that has nothing
 * to give for it.
 *
 * <p>A rule whose labels all have a fixed text has one series only, which is present as well; but not a gauge's without a
 * {@code zero}, as 0 would be a value nobody set.
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
        boolean asked = labels.stream().anyMatch(label -> !label.zero().isEmpty());
        boolean allFixed = family.definition().kind() != MetricKind.GAUGE
                && labels.stream().allMatch(label -> fixed(label) != null);
        if (labels.isEmpty() || (!asked && !allFixed)) {
            return true;
        }
        List<List<String>> values = new ArrayList<>();
        for (LabelDefinition label : labels) {
            values.add(label.zero().isEmpty() ? List.of(withoutEvent(label)) : label.zero());
        }
        return new ZeroSeries(family, values).declareFrom(0);
    }

    /** What a label shows where no event has anything to give for it. */
    private static String withoutEvent(LabelDefinition label) {
        String constant = label.value().constant();
        Piece.Ref reference = label.value().singleReference();
        String fallback = reference == null ? constant : reference.fallback();
        String text = fallback == null || fallback.length() > label.maxLength() ? "" : fallback;
        // An expression is run on events only, where its budget holds
        String substitute = label.replace() == null ? label.substitute(text) : null;
        return substitute == null ? text : substitute;
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
