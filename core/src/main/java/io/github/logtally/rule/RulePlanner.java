package io.github.logtally.rule;

import io.github.logtally.capture.Source;
import io.github.logtally.capture.TemplateShape;
import io.github.logtally.config.Condition;
import io.github.logtally.config.EntryCondition;
import io.github.logtally.config.ExemplarKeys;
import io.github.logtally.config.LabelDefinition;
import io.github.logtally.config.Piece;
import io.github.logtally.config.RuleDefinition;
import io.github.logtally.config.ValueTemplate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans rules one by one, and collects what they capture. Used once, by the logging thread that met something new. */
final class RulePlanner {
    private static final Check[] NONE = {};

    private final EventSort sort;
    private final @Nullable TemplateShape shape;
    private final Map<Source, Integer> sources = new LinkedHashMap<>();
    private boolean text;

    /**
     * @param sort what rules conditions out
     * @param shape what meets conditions: the sort's shape, or null to plan for whatever template
     * @param captured what is captured already
     */
    RulePlanner(EventSort sort, @Nullable TemplateShape shape, List<Source> captured) {
        this.sort = sort;
        this.shape = shape;
        for (Source source : captured) {
            source(source);
        }
    }

    /** What is captured, in its order. */
    List<Source> sources() {
        return List.copyOf(sources.keySet());
    }

    /** Whether the rule that was planned last reads the message. */
    boolean readsText() {
        return text;
    }

    /** The rule, whose condition is not ruled out; null where it is excluded. */
    @Nullable
    PlannedRule plan(CompiledRule rule) {
        text = false;
        RuleDefinition definition = rule.definition;
        List<Check[]> excludes = new ArrayList<>();
        for (int i = 0; i < definition.excludes().size(); i++) {
            Condition exclude = definition.excludes().get(i);
            Literals message = rule.excludeMessages.get(i);
            if (!sort.rulesOut(exclude, message)) {
                Check[] checks = checks(rule, exclude, message, new Captures());
                if (checks.length == 0) {
                    return null;
                }
                excludes.add(checks);
            }
        }
        Captures captures = new Captures();
        Check[] checks = checks(rule, definition.condition(), rule.message, captures);
        ValueTemplate value = definition.value();
        ValueReader reader = value == null ? null : new ValueReader(operands(value, captures), definition.valueUnit());
        List<Operand[]> labels = new ArrayList<>();
        for (LabelDefinition label : rule.labels) {
            labels.add(operands(label.value(), captures));
        }
        return new PlannedRule(
                rule,
                checks,
                requiredLiteral(definition.condition(), rule.message),
                excludes.toArray(new Check[0][]),
                reader,
                labels.toArray(new Operand[0][]),
                traces(definition.exemplars()));
    }

    /** What is left to check of a condition that is not ruled out; cheap checks first. */
    private Check[] checks(CompiledRule rule, Condition condition, @Nullable Literals message, Captures captures) {
        List<Check> checks = new ArrayList<>();
        if (condition.marker() != null) {
            checks.add(new Check.Flag(source(new Source.HasMarker(condition.marker()))));
        }
        if (condition.exception() != null) {
            checks.add(new Check.Flag(source(new Source.ThrowableIs(condition.exception()))));
        }
        if (condition.rootCause() != null) {
            checks.add(new Check.Flag(source(new Source.RootCauseIs(condition.rootCause()))));
        }
        for (EntryCondition entry : condition.mdc()) {
            checks.add(new Check.Entry(source(new Source.Mdc(entry.key())), entry.value()));
        }
        for (EntryCondition entry : condition.fields()) {
            checks.add(new Check.Entry(source(new Source.Field(entry.key())), entry.value()));
        }
        if (message != null) {
            if (Alignment.of(message, shape, sort.maxMessageLength()) == Alignment.SAME) {
                captures.arguments(message);
            } else {
                text = true;
                Check.Pattern pattern = new Check.Pattern(message);
                captures.spans(pattern, message.holeNames());
                checks.add(pattern);
            }
        }
        if (condition.contains() != null && !ContainsInShape.always(condition.contains(), shape)) {
            text = true;
            checks.add(new Check.Contains(condition.contains()));
        }
        if (condition.regex() != null) {
            text = true;
            RegexCheck regex = new RegexCheck(
                    rule.regex(condition.regex()), condition.regexGroups(), RequiredLiteral.of(condition.regex()));
            captures.spans(regex, condition.regexGroups());
            checks.add(regex);
        }
        return checks.isEmpty() ? NONE : checks.toArray(new Check[0]);
    }

    /** Something that the message must have in it, as far as the message is looked at. */
    private @Nullable String requiredLiteral(Condition condition, @Nullable Literals message) {
        String literal = condition.contains();
        if (literal != null && ContainsInShape.always(literal, shape)) {
            literal = null;
        }
        if (message != null && Alignment.of(message, shape, sort.maxMessageLength()) == Alignment.TEXT) {
            literal = RequiredLiteral.longer(literal, RequiredLiteral.of(message));
        }
        if (condition.regex() != null) {
            literal = RequiredLiteral.longer(literal, RequiredLiteral.of(condition.regex()));
        }
        return literal;
    }

    private Operand[] operands(ValueTemplate template, Captures captures) {
        List<Piece> pieces = template.pieces();
        Operand[] operands = new Operand[pieces.size()];
        for (int i = 0; i < operands.length; i++) {
            operands[i] = operand(pieces.get(i), captures);
        }
        return operands;
    }

    private Operand operand(Piece piece, Captures captures) {
        if (piece instanceof Piece.Text fixed) {
            return new Operand.Constant(fixed.text());
        }
        Piece.Ref ref = (Piece.Ref) piece;
        return new OperandMaker(sort.level(), this::source, () -> text = true, captures).make(ref);
    }

    private PlannedRule.TraceSources[] traces(ExemplarKeys keys) {
        PlannedRule.TraceSources[] traces =
                new PlannedRule.TraceSources[keys.pairs().size()];
        for (int i = 0; i < traces.length; i++) {
            ExemplarKeys.Pair pair = keys.pairs().get(i);
            traces[i] = new PlannedRule.TraceSources(
                    source(new Source.Mdc(pair.traceKey())), source(new Source.Mdc(pair.spanKey())));
        }
        return traces;
    }

    private int source(Source source) {
        return sources.computeIfAbsent(source, s -> sources.size());
    }
}
