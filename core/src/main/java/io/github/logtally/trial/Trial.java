package io.github.logtally.trial;

import io.github.logtally.capture.DirectCapture;
import io.github.logtally.config.AppenderConfig;
import io.github.logtally.config.ConfigCompiler;
import io.github.logtally.config.MessagePattern;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.registry.DropReason;
import io.github.logtally.registry.Lease;
import io.github.logtally.registry.MetricTable;
import io.github.logtally.registry.PipelineStats;
import io.github.logtally.registry.RuleLease;
import io.github.logtally.rule.RuleSet;
import io.github.logtally.rule.UsualEvent;
import io.github.logtally.series.Family;
import io.github.logtally.spi.Element;
import io.github.logtally.spi.EventReader;
import io.github.logtally.spi.StatusReporter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An appender's rules run over events that are there already, such as the lines of a log: by the same gate, capture and rules
 * as in an appender, but at once on the calling thread, so no event is ever dropped, and into metrics of its own that
 * stand in no registry. Time stands still: no series expires. Not for concurrent use.
 *
 * @param <E> the events
 */
public final class Trial<E> {
    private final List<String> problems = new ArrayList<>();
    private final List<TrialRule> rules = new ArrayList<>();
    private final Set<Family> families = new LinkedHashSet<>();
    private final DirectCapture<E> capture;

    /**
     * Compiles the rules; those with a mistake are left out.
     *
     * @param settings the appender's settings, with its rules as children
     * @param reader reads the events
     * @param listener told what becomes of them
     */
    public Trial(Element settings, EventReader<E> reader, TrialListener listener) {
        AppenderConfig config = ConfigCompiler.compile("trial", settings, reader);
        config.problems().forEach(problem -> problems.add(problem.text()));
        MetricTable table = new MetricTable(Trial::atOnce, () -> 0);
        Lease lease = table.open("trial", this, config, new NoPipeline(), problem -> problems.add(problem.text()));
        List<RuleSet.Bound> bound = new ArrayList<>();
        for (RuleLease each : lease.rules()) {
            families.add(each.family());
            WatchedAccount account = new WatchedAccount(bound.size(), listener);
            bound.add(new RuleSet.Bound(each.rule(), each.family(), each.labels(), account));
            rules.add(described(each));
        }
        RuleSet compiled = new RuleSet(bound, config.maxMessageLength(), new Warnings(listener), () -> 0);
        capture = new DirectCapture<>(
                reader, compiled, UsualEvent.slots(1, config.rules()), config.maxMessageLength(), () -> 0);
    }

    private static boolean atOnce(Runnable action) {
        action.run();
        return true;
    }

    private static TrialRule described(RuleLease lease) {
        RuleDefinition rule = lease.rule();
        List<String> captures = new ArrayList<>();
        MessagePattern message = rule.condition().message();
        if (message != null) {
            captures.addAll(message.captureNames());
        }
        captures.addAll(rule.condition().regexGroups());
        List<String> labels = lease.family().definition().labelNames();
        return new TrialRule(rule.place(), rule.metric().name(), labels, captures, Needs.of(rule));
    }

    /**
     * What is wrong with the rules, in their order, as an appender would say it.
     *
     * @return a line for each mistake
     */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /**
     * The rules that run; a listener is told of them by their index here.
     *
     * @return the rules, in their order
     */
    public List<TrialRule> rules() {
        return List.copyOf(rules);
    }

    /**
     * Applies the rules to an event. Throws what the reader throws before anything is captured.
     *
     * @param event the event, which is not kept
     */
    public void accept(E event) {
        capture.accept(event);
    }

    /**
     * How many messages were longer than {@code maxMessageLength}, and were cut.
     *
     * @return the number of events
     */
    public long truncated() {
        return capture.truncated();
    }

    /**
     * The metrics as a scrape would show them now.
     *
     * @return their snapshots
     */
    public MetricSnapshots metrics() {
        List<MetricSnapshot> shown = new ArrayList<>();
        for (Family family : families) {
            MetricSnapshot snapshot = family.snapshot();
            if (snapshot != null) {
                shown.add(snapshot);
            }
        }
        return new MetricSnapshots(shown);
    }

    /**
     * How many series each metric has.
     *
     * @return the metrics in the order in which the rules name them first
     */
    public List<SeriesCount> series() {
        return families.stream()
                .map(family -> new SeriesCount(
                        family.definition().name(),
                        family.seriesCount(),
                        family.definition().maxSeries()))
                .toList();
    }

    /**
     * The size of a metric.
     *
     * @param metric its name
     * @param series how many series it has, those at 0 and those of overflow included
     * @param maxSeries how many it may have before overflow
     */
    public record SeriesCount(String metric, int series, int maxSeries) {}

    private record Warnings(TrialListener listener) implements StatusReporter {
        @Override
        public void configurationProblem(String message) {
            listener.warning(message);
        }

        @Override
        public void warning(String message, @Nullable Throwable cause) {
            listener.warning(message);
        }
    }

    /** There is no buffer and no worker. */
    private static final class NoPipeline implements PipelineStats {
        @Override
        public long accepted() {
            return 0;
        }

        @Override
        public long processed() {
            return 0;
        }

        @Override
        public long dropped(DropReason reason) {
            return 0;
        }

        @Override
        public long truncated() {
            return 0;
        }

        @Override
        public long busyNanos() {
            return 0;
        }

        @Override
        public long waiting() {
            return 0;
        }

        @Override
        public long capacity() {
            return 0;
        }
    }
}
