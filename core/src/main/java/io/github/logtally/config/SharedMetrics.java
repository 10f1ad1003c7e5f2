package io.github.logtally.config;

import io.github.logtally.config.MetricDefinition.LabelBound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules have to do with each other: rules of one name share a metric or are refused, and metrics of different names
 * must not take the same name on the metrics page.
 *
 * <p>A rule that is refused for a mistake in its condition still takes its name: otherwise mending that mistake would
 * bring up the next one.
 */
final class SharedMetrics {
    private final List<Draft> drafts;
    private final Map<String, String> takenBy = new HashMap<>();

    private SharedMetrics(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** The rules that can run, in their order; the reports of the others say why not. */
    static List<RuleDefinition> resolve(List<Draft> drafts) {
        return new SharedMetrics(drafts).resolve();
    }

    private List<RuleDefinition> resolve() {
        Map<String, List<Draft>> byName = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            MetricDefinition metric = draft.metric();
            if (metric != null) {
                byName.computeIfAbsent(metric.name(), name -> new ArrayList<>()).add(draft);
            }
        }
        Map<String, MetricDefinition> definitions = new HashMap<>();
        byName.forEach((name, group) -> {
            if (takeNames(group)) {
                requireAgreement(group);
            }
            MetricDefinition shared = shared(group);
            if (shared != null) {
                definitions.put(name, shared);
            }
        });
        List<RuleDefinition> rules = new ArrayList<>();
        for (Draft draft : drafts) {
            RuleDefinition rule = draft.rule();
            if (!draft.isRefused() && rule != null) {
                MetricDefinition metric = definitions.get(rule.metric().name());
                rules.add(metric == null ? rule : feeding(rule, metric));
            }
        }
        return rules;
    }

    /** Takes the names of a metric on the metrics page, or refuses all its rules where one is taken. */
    private boolean takeNames(List<Draft> group) {
        Draft first = group.get(0);
        MetricDefinition metric = first.metric();
        if (metric == null) {
            return true;
        }
        List<String> names =
                Names.taken(metric.kind(), metric.name()).stream().sorted().toList();
        for (String name : names) {
            String owner = takenBy.get(name);
            if (owner != null) {
                for (Draft draft : group) {
                    draft.report()
                            .say(
                                    "name",
                                    Words.quote(metric.name()) + " needs the name " + Words.quote(name)
                                            + " on the metrics page, which " + owner
                                            + " takes already. Choose another name.");
                }
                return false;
            }
        }
        names.forEach(name -> takenBy.put(name, first.report().place()));
        return true;
    }

    /** Refuses all rules after the first where one of them cannot share its metric. */
    private static void requireAgreement(List<Draft> group) {
        Draft first = group.get(0);
        Draft odd = null;
        for (Draft draft : group) {
            if (odd == null && !agree(first, draft)) {
                odd = draft;
            }
        }
        if (odd == null) {
            return;
        }
        for (Draft draft : group.subList(1, group.size())) {
            String message = agree(first, draft)
                    ? first.report().place() + " and " + odd.report().place()
                            + " name this metric and differ, so of all its rules only the first holds."
                    : first.report().place() + " names this metric already, with " + difference(first, draft)
                            + ": rules share a metric if kind, labels and buckets agree. Make them agree, or choose"
                            + " another name.";
            draft.report().say("name", message);
        }
    }

    private static boolean agree(Draft first, Draft other) {
        MetricDefinition a = first.metric();
        MetricDefinition b = other.metric();
        return a != null && b != null && a.sharesWith(b);
    }

    private static String difference(Draft first, Draft other) {
        MetricDefinition a = first.metric();
        MetricDefinition b = other.metric();
        if (a == null || b == null) {
            return "other settings";
        }
        if (a.kind() != b.kind()) {
            return "kind " + Vocabulary.word(a.kind()) + " (here " + Vocabulary.word(b.kind()) + ")";
        }
        List<String> labels = a.labelNames().stream().sorted().toList();
        List<String> otherLabels = b.labelNames().stream().sorted().toList();
        if (!labels.equals(otherLabels)) {
            return "labels " + Words.list(labels) + " (here " + Words.list(otherLabels) + ")";
        }
        if (a.nativeHistogram() != b.nativeHistogram() || !a.buckets().equals(b.buckets())) {
            return "buckets " + buckets(a) + " (here " + buckets(b) + ")";
        }
        return a.quantiles().equals(b.quantiles())
                ? "maxAge " + a.maxAge().toSeconds() + "s (here " + b.maxAge().toSeconds() + "s)"
                : "quantiles " + numbers(a.quantiles()) + " (here " + numbers(b.quantiles()) + ")";
    }

    private static String buckets(MetricDefinition metric) {
        return metric.nativeHistogram() ? "native" : numbers(metric.buckets());
    }

    private static String numbers(List<Double> numbers) {
        return Words.cut(Words.list(numbers.stream().map(String::valueOf).toList()));
    }

    /** The definition of the first rule that runs, each label bounded as the first rule that bounds it says. */
    private static @Nullable MetricDefinition shared(List<Draft> group) {
        MetricDefinition first = null;
        Map<String, LabelBound> bounds = new LinkedHashMap<>();
        for (Draft draft : group) {
            MetricDefinition metric = draft.metric();
            if (metric == null || draft.isRefused()) {
                continue;
            }
            first = first == null ? metric : first;
            for (LabelBound label : metric.labels()) {
                bounds.merge(label.name(), label, LabelBound::or);
            }
        }
        return first == null ? null : first.withLabels(List.copyOf(bounds.values()));
    }

    /** The rule with the metric's definition and its labels in the metric's order. */
    private static RuleDefinition feeding(RuleDefinition rule, MetricDefinition metric) {
        Map<String, LabelDefinition> byName = new HashMap<>();
        rule.labels().forEach(label -> byName.put(label.name(), label));
        List<LabelDefinition> labels = new ArrayList<>();
        for (LabelBound bound : metric.labels()) {
            LabelDefinition label = byName.get(bound.name());
            if (label != null) {
                labels.add(label.withMaxValues(bound.maxValues()));
            }
        }
        return rule.feeding(metric, labels);
    }
}
