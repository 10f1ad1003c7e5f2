package io.github.logtally.registry;

import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.Condition;
import io.github.logtally.config.ExemplarKeys;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.MetricKind;
import io.github.logtally.config.Operation;
import io.github.logtally.config.Piece;
import io.github.logtally.config.Problem;
import io.github.logtally.config.Reference;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.config.ValueTemplate;
import io.github.logtally.series.LabelValues;
import io.github.logtally.series.MetricBuilder;
import io.github.logtally.series.Outcome;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A table bound to one registry, appenders that start and stop, and what they were told. */
final class TableFixture {
    final List<Problem> problems = new ArrayList<>();
    final PrometheusRegistry registry = new PrometheusRegistry();
    final MetricTable table;
    final Binding binding;
    boolean turnTaken;
    long nanos;

    TableFixture() {
        table = new MetricTable(this::exclusively, () -> nanos);
        binding = table.bind(registry);
    }

    private boolean exclusively(Runnable action) {
        if (!turnTaken) {
            action.run();
        }
        return !turnTaken;
    }

    /** An appender with these rules starts. */
    Lease start(String appender, Object context, RuleDefinition... rules) {
        return start(appender, context, new Stats(), rules);
    }

    Lease start(String appender, Object context, PipelineStats stats, RuleDefinition... rules) {
        Lease lease = open(appender, context, stats, rules);
        lease.checkNames();
        return lease;
    }

    /** An appender starts and does not look for names that are taken. */
    Lease open(String appender, Object context, PipelineStats stats, RuleDefinition... rules) {
        AppenderConfig config = new AppenderConfig(
                8192, 2048, Duration.ofSeconds(2), Duration.ZERO, Arrays.asList(rules), 0, Set.of(), List.of());
        return table.open(appender, context, config, stats, problems::add);
    }

    static RuleDefinition rule(MetricBuilder metric) {
        return rule(metric, List.of());
    }

    static RuleDefinition rule(MetricBuilder metric, List<String> zero) {
        MetricDefinition definition = metric.build();
        List<LabelDefinition> labels =
                definition.labelNames().stream().map(name -> label(name, zero)).toList();
        return rule(definition, labels);
    }

    static RuleDefinition rule(MetricDefinition definition, List<LabelDefinition> labels) {
        String kind = definition.kind().name();
        return new RuleDefinition(
                kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT) + " '" + definition.name() + "'",
                definition,
                Condition.NONE,
                List.of(),
                labels,
                definition.kind() == MetricKind.COUNTER ? Operation.ADD : Operation.SET,
                null,
                null,
                ExemplarKeys.OFF,
                100_000);
    }

    static LabelDefinition label(String name, List<String> zero) {
        return label(name, new ValueTemplate(List.of(new Piece.Ref(new Reference.Capture(name), null))), zero);
    }

    static LabelDefinition fixed(String name, String text) {
        return label(name, new ValueTemplate(List.of(new Piece.Text(text))), List.of());
    }

    private static LabelDefinition label(String name, ValueTemplate value, List<String> zero) {
        return new LabelDefinition(name, value, null, "", List.of(), null, 128, 0, zero);
    }

    /** An event that a lease's rule counts. */
    static Outcome count(Lease lease, int rule, double value, String... values) {
        RuleLease granted = lease.rules().get(rule);
        LabelValues labels = new LabelValues();
        for (String text : values) {
            labels.append(text);
            labels.endLabel();
        }
        granted.account().matched();
        return granted.family().record(labels, granted.rule().operation(), value, null, null, granted.account());
    }

    /** What a scrape of the registry shows of the rules' metrics. */
    List<String> shown() {
        return lines(registry).stream()
                .filter(line -> !line.startsWith("logtally_"))
                .toList();
    }

    /** What a scrape shows of one of the own metrics. */
    List<String> own(String name) {
        return lines(registry).stream()
                .filter(line -> line.startsWith(name + "{"))
                .map(line -> line.substring(name.length()))
                .toList();
    }

    static List<String> lines(PrometheusRegistry registry) {
        return lines(registry.scrape());
    }

    static List<String> lines(MetricSnapshots snapshots) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PrometheusTextFormatWriter.create().write(out, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    /** The numbers of an engine. */
    static final class Stats implements PipelineStats {
        long accepted;
        long processed;
        long bufferFull;
        long shutdown;
        long truncated;
        long busyNanos;
        long waiting;

        @Override
        public long accepted() {
            return accepted;
        }

        @Override
        public long processed() {
            return processed;
        }

        @Override
        public long dropped(DropReason reason) {
            return reason == DropReason.BUFFER_FULL ? bufferFull : shutdown;
        }

        @Override
        public long truncated() {
            return truncated;
        }

        @Override
        public long busyNanos() {
            return busyNanos;
        }

        @Override
        public long waiting() {
            return waiting;
        }

        @Override
        public long capacity() {
            return 8192;
        }
    }
}
