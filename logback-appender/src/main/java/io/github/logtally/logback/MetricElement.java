package io.github.logtally.logback;

/** A rule: which events it takes, which metric they feed, and how. What each kind of metric adds is in its class. */
public abstract class MetricElement extends ConditionElement {
    MetricElement(String kind) {
        super(kind);
    }

    /**
     * Adds {@code <label>}: a label with what keeps its values few.
     *
     * @param label the label
     */
    public void addLabel(Label label) {
        add(label);
    }

    /**
     * Adds {@code <exclude>}: an event that meets all of it is not counted.
     *
     * @param exclude the conditions
     */
    public void addExclude(Exclude exclude) {
        add(exclude);
    }

    /**
     * The name of the metric.
     *
     * @param name the name as it will be, {@code _total} included
     */
    public void setName(String name) {
        set("name", name);
    }

    /**
     * The help text of the metric.
     *
     * @param help the text
     */
    public void setHelp(String help) {
        set("help", help);
    }

    /**
     * The unit as metadata of the metric; adds no suffix to its name.
     *
     * @param unit the unit
     */
    public void setUnit(String unit) {
        set("unit", unit);
    }

    /**
     * The labels, {@code method, tenant={mdc:tenant:-none}}; a bare name means {@code name={name}}.
     *
     * @param labels names or names with references, comma separated
     */
    public void setLabels(String labels) {
        set("labels", labels);
    }

    /**
     * The number that is counted, set or observed, {@code {ms}}.
     *
     * @param value a reference or a number
     */
    public void setValue(String value) {
        set("value", value);
    }

    /**
     * The unit of a bare number, {@code ms}; the value is converted to the base unit of Prometheus.
     *
     * @param valueUnit a unit of time or of data, or {@code percent}
     */
    public void setValueUnit(String valueUnit) {
        set("valueUnit", valueUnit);
    }

    /**
     * Where exemplars come from: {@code off}, {@code auto}, or two MDC keys, comma separated.
     *
     * @param exemplars one of these
     */
    public void setExemplars(String exemplars) {
        set("exemplars", exemplars);
    }

    /**
     * How many series the metric has at most.
     *
     * @param maxSeries a number from 1
     */
    public void setMaxSeries(String maxSeries) {
        set("maxSeries", maxSeries);
    }

    /**
     * How many different values each label has at most.
     *
     * @param maxValues a number from 1
     */
    public void setMaxValues(String maxValues) {
        set("maxValues", maxValues);
    }

    /**
     * What happens to an event past a bound: {@code overflow} or {@code drop}.
     *
     * @param onLimit one of these words
     */
    public void setOnLimit(String onLimit) {
        set("onLimit", onLimit);
    }

    /**
     * How long a series stays without an update: {@code 10m}.
     *
     * @param expireAfter a duration
     */
    public void setExpireAfter(String expireAfter) {
        set("expireAfter", expireAfter);
    }

    /**
     * Characters of a label value.
     *
     * @param maxLabelLength a number from 1; longer values are cut
     */
    public void setMaxLabelLength(String maxLabelLength) {
        set("maxLabelLength", maxLabelLength);
    }

    /**
     * Character reads of one regex on one event.
     *
     * @param regexBudget a number from 1
     */
    public void setRegexBudget(String regexBudget) {
        set("regexBudget", regexBudget);
    }
}
