package io.github.logtally.logback;

/** A rule: which events it takes, which metric they feed, and how. What each kind of metric adds is in its class. */
public abstract class MetricElement extends ConditionElement {
    MetricElement(String kind) {
        super(kind);
    }

    /** Adds {@code <label>}: a label with what keeps its values few. */
    public void addLabel(Label label) {
        add(label);
    }

    /** Adds {@code <exclude>}: an event that meets all of it is not counted. */
    public void addExclude(Exclude exclude) {
        add(exclude);
    }

    /** The name of the metric. */
    public void setName(String name) {
        set("name", name);
    }

    /** The help text of the metric. */
    public void setHelp(String help) {
        set("help", help);
    }

    /** The unit as metadata of the metric; adds no suffix to its name. */
    public void setUnit(String unit) {
        set("unit", unit);
    }

    /** The labels, {@code method, tenant={mdc:tenant:-none}}; a bare name means {@code name={name}}. */
    public void setLabels(String labels) {
        set("labels", labels);
    }

    /** The number that is counted, set or observed, {@code {ms}}. */
    public void setValue(String value) {
        set("value", value);
    }

    /** The unit of a bare number, {@code ms}; the value is converted to the base unit of Prometheus. */
    public void setValueUnit(String valueUnit) {
        set("valueUnit", valueUnit);
    }

    /** Where exemplars come from: {@code off}, {@code auto}, or two MDC keys, comma separated. */
    public void setExemplars(String exemplars) {
        set("exemplars", exemplars);
    }

    /** How many series the metric has at most. */
    public void setMaxSeries(String maxSeries) {
        set("maxSeries", maxSeries);
    }

    /** How many different values each label has at most. */
    public void setMaxValues(String maxValues) {
        set("maxValues", maxValues);
    }

    /** What happens to an event past a bound: {@code overflow} or {@code drop}. */
    public void setOnLimit(String onLimit) {
        set("onLimit", onLimit);
    }

    /** How long a series stays without an update: {@code 10m}. */
    public void setExpireAfter(String expireAfter) {
        set("expireAfter", expireAfter);
    }

    /** Characters of a label value. */
    public void setMaxLabelLength(String maxLabelLength) {
        set("maxLabelLength", maxLabelLength);
    }

    /** Character reads of one regex on one event. */
    public void setRegexBudget(String regexBudget) {
        set("regexBudget", regexBudget);
    }
}
