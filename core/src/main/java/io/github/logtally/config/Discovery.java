package io.github.logtally.config;

import io.github.logtally.config.MetricDefinition.LabelBound;
import io.github.logtally.spi.Element;
import java.util.List;

/**
 * What an appender with {@code discovery} counts beside its rules: every event, by template, level and logger.
 *
 * <p>A logger that makes a new text for each event would take all series before the others have logged once. So each logger has
 * a share of them; beyond it the template is {@code other}, which names the loggers whose templates are no constants.
 */
final class Discovery {
    /** So many loggers can use up their share before the metric is full. */
    private static final int SHARES = 20;

    /** The template stands first: on a tie it is the label that becomes {@code other}. Limits that would hide events are off. */
    private static final Element RULE = Element.of(Vocabulary.word(MetricKind.COUNTER))
            .with("name", "log_template_events_total")
            .with("help", "Log events by message template, level and logger")
            .with("labels", "template, level, logger")
            .with("maxLabelLength", "256")
            .with("maxValues", "none")
            .with("onLimit", "overflow")
            .with("expireAfter", "never")
            .with("exemplars", "off");

    private Discovery() {}

    /** The rule, with its mistakes in {@code report}. */
    static Draft draft(RuleCompiler compiler, Report report) {
        Draft draft = compiler.compile(MetricKind.COUNTER, RULE, report);
        MetricDefinition metric = draft.metric();
        return metric == null
                ? draft
                : new Draft(report, metric.name(), metric.withLabels(shared(metric)), draft.rule());
    }

    private static List<LabelBound> shared(MetricDefinition metric) {
        int share = Math.max(1, metric.maxSeries() / SHARES);
        return metric.labels().stream()
                .map(label -> label.name().equals("logger") ? new LabelBound("logger", 0, share) : label)
                .toList();
    }
}
