package io.github.logtally.series;

import io.github.logtally.config.MetricDefinition;
import io.github.logtally.config.MetricDefinition.LabelBound;
import io.github.logtally.config.MetricKind;
import io.github.logtally.config.OnLimit;
import io.github.logtally.config.Operation;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its series, bounded. Any number of rules of any number of appenders may feed it.
 *
 * <p>All methods are single-threaded under the turn, but those that say that any thread may call
 * them.
 *
 * <p><b>Bounds.</b> A combination of label values that has a series is never refused. A new one is checked first against
 * {@code maxValues} of each label, then against {@code maxSeries}, a label's and the metric's. Where it would pass one, the
 * metric's {@code onLimit} decides: the event is not counted, or a label takes the value {@code other} (each label that
 * passed its own {@code maxValues}; or, at {@code maxSeries}, the label with the most different values, the first of them on
 * a tie, but not one whose value has all its series) and the others keep theirs.
 * Series made that way come on top of {@code maxSeries}, at most as many again; beyond that all labels are
 * {@code other}, which is one series more. So sums over all series stay exact, and memory is bounded by the definition.
 */
public final class Family {
    private static final long MIN_SWEEP_NANOS = 1_000_000_000L;
    private static final int SWEEPS_PER_EXPIRY = 4;
    private static final int NONE = -1;

    private final SeriesClock clock;
    private final Instrument instrument;
    private final String prometheusName;
    private final boolean counter;
    private final boolean exemplars;
    private final Cardinality[] cardinalities;
    private final String[] labelNames;

    // Mutable state: under the turn

    private final CharTable<Series> series = new CharTable<>();
    private final LabelValues substituted = new LabelValues();
    private final boolean[] passed;
    private int overflowSeries;
    private long lastSweepNanos;

    /** Read by any thread. */
    private volatile MetricDefinition definition;

    /**
     * A family without series; without labels and not a gauge, with its one series at 0.
     *
     * @throws IllegalArgumentException if the Prometheus client refuses the name or a label name
     */
    public Family(MetricDefinition definition, SeriesClock clock) {
        this.definition = definition;
        this.clock = clock;
        this.instrument = Instrument.of(definition);
        this.prometheusName = instrument.collect().getMetadata().getPrometheusName();
        this.counter = definition.kind() == MetricKind.COUNTER;
        this.exemplars = definition.exemplars();
        this.labelNames = definition.labelNames().toArray(String[]::new);
        this.cardinalities = definition.labels().stream()
                .map(label -> new Cardinality(label.maxValues()))
                .toArray(Cardinality[]::new);
        this.passed = new boolean[labelNames.length];
        this.lastSweepNanos = clock.nanos();
        if (labelNames.length == 0 && definition.kind() != MetricKind.GAUGE) {
            declareZero(new LabelValues());
        }
    }

    /** What this is: what it was made from, or what {@link #redefine} made of it. Any thread. */
    public MetricDefinition definition() {
        return definition;
    }

    /**
     * Takes over the bounds and the texts of a definition that {@link MetricDefinition#sharesWith shares} with this one's.
     * Series that are there stay, even beyond new bounds. The order of the labels and whether there are exemplars cannot
     * change.
     */
    public void redefine(MetricDefinition other) {
        MetricDefinition before = definition;
        definition = merged(before, other);
        if (before.expireAfter() == null && definition.expireAfter() != null) {
            // The clock need not have run so far: whatever is there has its time before it
            series.forEach(each -> each.updatedNanos = clock.nanos());
        }
        for (int i = 0; i < cardinalities.length; i++) {
            cardinalities[i].limit(definition.labels().get(i).maxValues());
        }
        instrument.describe(definition);
    }

    /** The name by which the Prometheus client tells metrics apart: a counter's without {@code _total}. Any thread. */
    public String prometheusName() {
        return prometheusName;
    }

    /**
     * Updates the series of these label values.
     *
     * @param labels a value for each label, in the order of {@link #definition}; not changed
     * @param operation ADD for a counter, OBSERVE for a histogram or a summary
     * @param traceId the trace that an exemplar would name, or null; ignored where exemplars are off
     * @param spanId its span, or null
     * @param listener told if the event passes a bound, once for each label that becomes {@code other}
     */
    public Outcome record(
            LabelValues labels,
            Operation operation,
            double value,
            @Nullable String traceId,
            @Nullable String spanId,
            OverflowListener listener) {
        if (!Double.isFinite(value)) {
            return Outcome.NOT_FINITE;
        }
        if (counter && value < 0) {
            return Outcome.NEGATIVE;
        }
        Series target = find(labels);
        if (target == null) {
            target = admit(labels, listener);
            if (target == null) {
                return Outcome.DROPPED;
            }
        }
        Outcome outcome = exemplars
                ? target.update(operation, value, traceId, spanId)
                : target.update(operation, value, null, null);
        if (outcome == Outcome.UPDATED) {
            target.updatedNanos = clock.nanos();
        }
        return outcome;
    }

    /**
     * Makes the series of these label values be there at 0 and never expire.
     *
     * @return whether it is there; false if there is no room for it
     */
    public boolean declareZero(LabelValues labels) {
        Series declared = find(labels);
        if (declared == null) {
            if (regularSeries() >= definition.maxSeries() || anyPassed(labels) || fullLabel(labels) != NONE) {
                return false;
            }
            declared = create(labels);
        }
        declared.permanent = true;
        return true;
    }

    /** How many series there are, those at 0 and those of overflow included. */
    public int seriesCount() {
        return series.size();
    }

    /** Whether series of this can expire. */
    public boolean expires() {
        return definition.expireAfter() != null;
    }

    /** Removes the series that had no update for {@code expireAfter}; looks for them at intervals only. */
    public void expire() {
        Duration expireAfter = definition.expireAfter();
        if (expireAfter == null) {
            return;
        }
        long idle = expireAfter.toNanos();
        long now = clock.nanos();
        if (now - lastSweepNanos < Math.min(idle, Math.max(MIN_SWEEP_NANOS, idle / SWEEPS_PER_EXPIRY))) {
            return;
        }
        lastSweepNanos = now;
        series.removeIf(candidate -> {
            boolean gone = !candidate.permanent && now - candidate.updatedNanos >= idle;
            if (gone) {
                forget(candidate);
            }
            return gone;
        });
        for (Cardinality cardinality : cardinalities) {
            cardinality.forgetUnused();
        }
    }

    /** What a scrape shows of this, or null while there is nothing to show. Any thread. */
    public @Nullable MetricSnapshot snapshot() {
        return instrument.snapshot();
    }

    private static MetricDefinition merged(MetricDefinition before, MetricDefinition other) {
        List<LabelBound> labels = before.labels().stream()
                .map(label -> other.labels().stream()
                        .filter(bound -> bound.name().equals(label.name()))
                        .findFirst()
                        .orElse(label))
                .toList();
        return new MetricDefinition(
                before.name(),
                before.kind(),
                other.help(),
                other.unit(),
                labels,
                before.buckets(),
                before.nativeHistogram(),
                before.quantiles(),
                before.maxAge(),
                other.maxSeries(),
                other.onLimit(),
                other.expireAfter(),
                before.exemplars());
    }

    private @Nullable Series find(LabelValues labels) {
        if (labels.count() != labelNames.length) {
            throw new IllegalArgumentException(
                    definition.name() + ": " + labels.count() + " label values instead of " + labelNames.length);
        }
        return series.find(labels.text(), 0, labels.keyEnd(), labels.hash());
    }

    /** The series that takes an event whose own is not there; null if none does. */
    private @Nullable Series admit(LabelValues labels, OverflowListener listener) {
        if (anyPassed(labels)) {
            return overflow(labels, listener);
        }
        int full = fullLabel(labels);
        if ((full == NONE && regularSeries() < definition.maxSeries()) || labelNames.length == 0) {
            return create(labels);
        }
        passed[labelWithMostValues(labels, full)] = true;
        return overflow(labels, listener);
    }

    /** The first label whose value has as many series as one value of it may have. */
    private int fullLabel(LabelValues labels) {
        for (int i = 0; i < cardinalities.length; i++) {
            int bound = definition.labels().get(i).maxSeries();
            if (bound > 0 && cardinalities[i].series(labels, i) >= bound) {
                return i;
            }
        }
        return NONE;
    }

    /** Notes in {@link #passed} which labels would pass their own bound. */
    private boolean anyPassed(LabelValues labels) {
        boolean any = false;
        for (int i = 0; i < passed.length; i++) {
            passed[i] = cardinalities[i].passedBy(labels, i);
            any |= passed[i];
        }
        return any;
    }

    private @Nullable Series overflow(LabelValues labels, OverflowListener listener) {
        if (definition.onLimit() == OnLimit.DROP) {
            listener.overflowed("");
            return null;
        }
        for (int i = 0; i < passed.length; i++) {
            if (passed[i]) {
                listener.overflowed(labelNames[i]);
            }
        }
        Series target = substitute(labels);
        if (target == null && overflowSeries >= definition.maxSeries()) {
            Arrays.fill(passed, true);
            target = substitute(labels);
        }
        if (target == null) {
            target = create(substituted);
            target.overflow = true;
            overflowSeries++;
        }
        return target;
    }

    /** Makes {@link #substituted} the values with {@code other} where {@link #passed} says so, and looks for its series. */
    private @Nullable Series substitute(LabelValues labels) {
        substituted.reset();
        for (int i = 0; i < passed.length; i++) {
            if (passed[i]) {
                substituted.append(Cardinality.OTHER);
            } else {
                substituted.append(labels.text(), labels.start(i), labels.end(i));
            }
            substituted.endLabel();
        }
        return find(substituted);
    }

    /**
     * The label with the most different values, those of the event included: otherwise a label that has the same few values
     * again would be taken where another with a new value each time stands beside it. {@code except} only where there is no
     * other.
     */
    private int labelWithMostValues(LabelValues labels, int except) {
        int most = except == 0 && cardinalities.length > 1 ? 1 : 0;
        int distinct = cardinalities[most].distinctWith(labels, most);
        for (int i = most + 1; i < cardinalities.length; i++) {
            int candidate = i == except ? 0 : cardinalities[i].distinctWith(labels, i);
            if (candidate > distinct) {
                most = i;
                distinct = candidate;
            }
        }
        return most;
    }

    private int regularSeries() {
        return series.size() - overflowSeries;
    }

    private Series create(LabelValues key) {
        String[] values = new String[labelNames.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cardinalities[i].retain(key, i);
        }
        Series created = instrument.create(key, values);
        created.updatedNanos = clock.nanos();
        series.add(created);
        return created;
    }

    private void forget(Series gone) {
        instrument.remove(gone);
        if (gone.overflow) {
            overflowSeries--;
        }
        for (int i = 0; i < cardinalities.length; i++) {
            cardinalities[i].release(gone.labels[i]);
        }
    }
}
