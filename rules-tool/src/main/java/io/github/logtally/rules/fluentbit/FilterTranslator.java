package io.github.logtally.rules.fluentbit;

import io.github.logtally.rules.fluentbit.RecordField.Source;
import io.github.logtally.rules.fluentbit.Section.Entry;
import io.github.logtally.spi.Element;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates one {@code log_to_metrics} filter. Whatever it says becomes a setting or a note: no key is passed over. */
final class FilterTranslator {
    private static final String DEFAULT_NAMESPACE = "log_metric";
    private static final String DEFAULT_NAME = "a";
    private static final String TOTAL = "_total";

    private static final Set<String> REPEATED =
            Set.of("regex", "exclude", "label_field", "add_label", "label", "bucket");

    private final Section filter;
    private final String mode;
    private final Draft draft;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Double> buckets = new ArrayList<>();
    private final Map<String, String> captures = new HashMap<>();

    private FilterTranslator(Section filter) {
        this.filter = filter;
        this.mode = orElse(filter.value("metric_mode"), "counter");
        this.draft = new Draft(Element.of(
                switch (mode.toLowerCase(Locale.ROOT)) {
                    case "gauge" -> "Gauge";
                    case "histogram" -> "Histogram";
                    default -> "Counter";
                }));
    }

    static Draft translate(Section filter) {
        return new FilterTranslator(filter).translate();
    }

    private Draft translate() {
        draft.set("name", name());
        captures.putAll(ConditionTranslator.translate(filter.entries(), draft));
        for (Entry entry : filter.entries()) {
            Variables.in(entry.value())
                    .forEach(variable -> draft.mend(
                            words(entry) + ": what is " + variable + "? Import again with --set NAME=VALUE"));
            try {
                key(entry);
            } catch (NotTranslatable e) {
                draft.mend(words(entry) + ": " + e.words());
            }
        }
        if (!buckets.isEmpty()) {
            draft.set(
                    "buckets",
                    String.join(
                            ", ",
                            buckets.stream()
                                    .sorted()
                                    .distinct()
                                    .map(FilterTranslator::number)
                                    .toList()));
        }
        draft.setLabels(labels);
        if (!isCounter() && !draft.element().settings().containsKey("value") && filter.value("value_field") == null) {
            draft.mend("value_field is missing, and a " + mode + " needs it");
        }
        return draft;
    }

    private boolean isCounter() {
        return draft.element().kind().equals("Counter");
    }

    /** As Fluent Bit joins it: the mode stands in for a subsystem that nobody names. */
    private String name() {
        String namespace = filter.value("metric_namespace");
        String prefix = namespace == null ? DEFAULT_NAMESPACE + "_" : namespace.isEmpty() ? "" : namespace + "_";
        String subsystem = orElse(filter.value("metric_subsystem"), mode);
        String name = prefix + subsystem + "_" + orElse(filter.value("metric_name"), DEFAULT_NAME);
        if (isCounter() && !name.endsWith(TOTAL)) {
            draft.note("Prometheus' client ends the names of counters with " + TOTAL + ": queries of " + name
                    + " have to ask for " + name + TOTAL);
            return name + TOTAL;
        }
        return name;
    }

    private void key(Entry entry) throws NotTranslatable {
        if (!REPEATED.contains(entry.key()) && !entry.value().equals(filter.value(entry.key()))) {
            draft.note(words(entry) + " is overruled by the same key further down");
            return;
        }
        switch (entry.key()) {
            case "name", "metric_name", "metric_namespace", "metric_subsystem", "regex", "exclude" -> {}
            case "metric_mode" -> mode();
            case "metric_description" -> draft.set("help", entry.value());
            case "label_field" -> label(entry, entry.value(), entry.value());
            case "add_label", "label" -> addLabel(entry);
            case "value_field" -> value(entry);
            case "bucket" -> bucket(entry);
            case "kubernetes_mode" -> kubernetes(entry);
            case "match",
                    "match_regex",
                    "tag",
                    "emitter_name",
                    "emitter_mem_buf_limit",
                    "flush_interval_sec",
                    "flush_interval_nsec",
                    "discard_logs",
                    "alias",
                    "log_level",
                    "log_suppress_interval" -> draft.unneeded(words(entry));
            default -> draft.mend(words(entry) + " is no key of log_to_metrics; what should it do?");
        }
    }

    private void mode() throws NotTranslatable {
        if (!List.of("counter", "gauge", "histogram").contains(mode.toLowerCase(Locale.ROOT))) {
            throw new NotTranslatable("the modes are counter, gauge and histogram");
        }
    }

    private void addLabel(Entry entry) throws NotTranslatable {
        String[] parts = entry.value().split("\\s+", 2);
        if (parts.length < 2) {
            throw new NotTranslatable("Fluent Bit wants a name and a field");
        }
        label(entry, parts[0], parts[1]);
    }

    private void label(Entry entry, String written, String accessor) throws NotTranslatable {
        RecordField field = RecordField.of(accessor);
        String name = labelName(written.startsWith("$") ? field.name() : written);
        if (!name.equals(written)) {
            draft.note(words(entry) + ": the label is named " + name + ", as Prometheus takes it");
        }
        if (labels.containsKey(name)) {
            draft.note(words(entry) + " is left out: there is a label " + name + " already");
            return;
        }
        if (field.source() == Source.KUBERNETES) {
            draft.note(words(entry) + " is left out: " + noReference(field));
            return;
        }
        labels.put(name, reference(entry, field));
        if (field.isText()) {
            draft.note(words(entry)
                    + ": a label of whole messages has as many series as there are messages; rather name what"
                    + " differs in a message pattern, and label by that");
        }
    }

    private static String noReference(RecordField field) {
        try {
            return field.reference();
        } catch (NotTranslatable e) {
            return e.words();
        }
    }

    private static String labelName(String text) {
        String name = text.replaceAll("[^a-zA-Z0-9_]", "_").replaceAll("_+$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    private void value(Entry entry) throws NotTranslatable {
        if (isCounter()) {
            draft.note(words(entry) + " has no effect, as in Fluent Bit: a counter counts records");
            return;
        }
        draft.set("value", reference(entry, RecordField.of(entry.value())));
    }

    /** A field that the rule's own expression captures is in its group; Fluent Bit has it from a parser. */
    private String reference(Entry entry, RecordField field) throws NotTranslatable {
        String group = captures.get(field.key());
        if (field.source() == Source.MDC && group != null) {
            draft.note(words(entry) + " is what the group " + group + " of the regular expression finds");
            return "{" + group + "}";
        }
        String reference = field.reference();
        if (field.source() == Source.MDC) {
            draft.assumed(words(entry));
        }
        return reference;
    }

    private void bucket(Entry entry) throws NotTranslatable {
        if (!draft.element().kind().equals("Histogram")) {
            draft.note(words(entry) + " has no effect, as in Fluent Bit: a " + mode + " has no buckets");
            return;
        }
        Double bound = number(entry);
        if (bound == null) {
            throw new NotTranslatable("it is no number");
        }
        if (bound == Double.POSITIVE_INFINITY) {
            draft.note(words(entry) + " is there anyway");
            return;
        }
        buckets.add(bound);
    }

    private static @Nullable Double number(Entry entry) {
        if (entry.value().matches("(?i)\\+?inf(inity)?")) {
            return Double.POSITIVE_INFINITY;
        }
        try {
            return Double.valueOf(entry.value());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String number(double value) {
        String text = new BigDecimal(Double.toString(value)).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private void kubernetes(Entry entry) {
        boolean on = entry.value().toLowerCase(Locale.ROOT).matches("on|true|yes");
        draft.note(words(entry)
                + (on
                        ? " is not applicable: namespace_name, pod_name, container_name, docker_id and pod_id are labels that"
                                + " Prometheus adds to all metrics of the application when it finds its pod"
                        : " has no counterpart, and needs none"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private static String words(Entry entry) {
        return entry.key() + " " + entry.value() + " (line " + entry.line() + ")";
    }
}
