package io.github.logtally.rules;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The series of one metric at one time. */
final class SeriesList {
    private final String metric;
    private final List<DataPointSnapshot> series;

    private SeriesList(String metric, List<DataPointSnapshot> series) {
        this.metric = metric;
        this.series = series;
    }

    /** Those of a metric; none where nothing is counted in it yet. */
    static SeriesList of(MetricSnapshots metrics, String metric) {
        List<DataPointSnapshot> series = new ArrayList<>();
        for (MetricSnapshot snapshot : metrics) {
            String name = snapshot.getMetadata().getPrometheusName();
            if (metric.equals(name) || (snapshot instanceof CounterSnapshot && metric.equals(name + "_total"))) {
                series.addAll(snapshot.getDataPoints());
            }
        }
        return new SeriesList(metric, series);
    }

    /** Those that have these labels, whatever other labels they have. */
    SeriesList with(Map<String, String> labels) {
        return new SeriesList(
                metric, series.stream().filter(each -> has(each, labels)).toList());
    }

    private static boolean has(DataPointSnapshot series, Map<String, String> labels) {
        return labels.entrySet().stream()
                .allMatch(label -> Objects.equals(series.getLabels().get(label.getKey()), label.getValue()));
    }

    boolean isEmpty() {
        return series.isEmpty();
    }

    /** The sum of the values of counters, or the value of the one gauge; null where that is no number. */
    @Nullable
    Double value() {
        double sum = 0;
        for (DataPointSnapshot each : series) {
            if (each instanceof CounterSnapshot.CounterDataPointSnapshot counter) {
                sum += counter.getValue();
            } else if (each instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge && series.size() == 1) {
                return gauge.getValue();
            } else {
                return null;
            }
        }
        return sum;
    }

    /** How many values were observed; null where none can be. */
    @Nullable
    Double count() {
        double count = 0;
        for (DataPointSnapshot each : series) {
            if (!(each instanceof DistributionDataPointSnapshot observed)) {
                return null;
            }
            count += observed.getCount();
        }
        return count;
    }

    /** The sum of the values observed; null where none can be. */
    @Nullable
    Double sum() {
        double sum = 0;
        for (DataPointSnapshot each : series) {
            if (!(each instanceof DistributionDataPointSnapshot observed)) {
                return null;
            }
            sum += observed.getSum();
        }
        return sum;
    }

    /** The series in the words of a metrics page. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (DataPointSnapshot each : series) {
            lines.add(metric + labels(each) + " " + value(each));
        }
        lines.sort(null);
        return lines;
    }

    private static String value(DataPointSnapshot series) {
        if (series instanceof CounterSnapshot.CounterDataPointSnapshot counter) {
            return String.valueOf(counter.getValue());
        }
        if (series instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge) {
            return String.valueOf(gauge.getValue());
        }
        if (series instanceof DistributionDataPointSnapshot observed) {
            return "count " + observed.getCount() + ", sum " + observed.getSum();
        }
        return "";
    }

    private static String labels(DataPointSnapshot series) {
        List<String> labels = new ArrayList<>();
        for (Label label : series.getLabels()) {
            labels.add(label.getName() + "=\"" + label.getValue() + "\"");
        }
        return labels.isEmpty() ? "" : "{" + String.join(",", labels) + "}";
    }
}
