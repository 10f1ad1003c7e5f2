package io.github.logtally.config;

import io.github.logtally.config.LabelDefinition.Mapping;
import java.util.List;

/** Refuses series that would be present at 0 and could never count anything. */
final class ZeroValues {
    private ZeroValues() {}

    static void check(LabelDefinition label, Report report) {
        List<String> allow = label.allow();
        for (String value : label.zero()) {
            if (value.equals(LabelDefinition.OTHER)) {
                continue;
            }
            if (allow != null && !allow.contains(value)) {
                report.say(
                        "zero",
                        Words.quote(value) + " is not among the values of allow" + Words.didYouMean(value, allow));
            } else if (!canResult(label.map(), value)) {
                report.say(
                        "zero",
                        Words.quote(value) + " is no result of map, whose * takes every value"
                                + Words.didYouMean(value, results(label.map())));
            } else if (value.length() > label.maxLength()) {
                report.say(
                        "zero",
                        Words.quote(value) + " is longer than the " + label.maxLength()
                                + " characters that maxLabelLength keeps.");
            }
        }
        if (label.maxValues() > 0 && label.zero().size() > label.maxValues()) {
            report.say(
                    "zero",
                    label.zero().size() + " values are more than the " + label.maxValues() + " that maxValues allows.");
        }
    }

    private static boolean canResult(List<Mapping> map, String value) {
        boolean takesAll =
                map.stream().anyMatch(mapping -> mapping.glob().toString().equals("*"));
        return !takesAll || results(map).contains(value);
    }

    private static List<String> results(List<Mapping> map) {
        return map.stream().map(Mapping::result).toList();
    }
}
