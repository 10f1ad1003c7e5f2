package io.github.logtally.config;

import io.github.logtally.config.QuantityReader.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles {@code value}, {@code valueUnit} and the {@code operation} that they feed. */
final class ValueCompiler {
    private static final List<String> OPERATIONS = List.of("set", "add", "sub", "max", "min", "inc", "dec");

    /** What an event does to a series, and with what value; null for 1. */
    record Compiled(Operation operation, @Nullable ValueTemplate value, @Nullable Unit unit) {}

    private final MetricKind kind;
    private final Settings settings;
    private final References references;

    private ValueCompiler(MetricKind kind, Settings settings, References references) {
        this.kind = kind;
        this.settings = settings;
        this.references = references;
    }

    static Compiled compile(MetricKind kind, Settings settings, References references) {
        return new ValueCompiler(kind, settings, references).compile();
    }

    private Compiled compile() {
        Unit unit = settings.read("valueUnit", ValueCompiler::unit);
        ValueTemplate value = settings.read(
                "value", text -> checked(TemplateParser.parse(Settings.requireText(text), references), unit));
        if (!settings.has("value") && settings.has("valueUnit")) {
            settings.report().say("valueUnit", "has no meaning without value.");
        }
        Operation operation =
                switch (kind) {
                    case COUNTER -> Operation.ADD;
                    case GAUGE -> gauge();
                    case HISTOGRAM, SUMMARY -> {
                        requireValue("a " + Vocabulary.word(kind));
                        yield Operation.OBSERVE;
                    }
                };
        return new Compiled(operation, value, unit);
    }

    private Operation gauge() {
        String word = settings.read("operation", text -> Choice.read(text, OPERATIONS));
        if (word == null) {
            if (!settings.has("operation")) {
                requireValue("a Gauge");
            }
            return Operation.SET;
        }
        boolean counts = word.equals("inc") || word.equals("dec");
        if (counts && settings.has("value")) {
            settings.report()
                    .say(
                            "value",
                            "a Gauge with operation " + word
                                    + " changes by 1 and has no value; did you mean operation '"
                                    + (word.equals("inc") ? "add" : "sub") + "'?");
        } else if (!counts) {
            requireValue("a Gauge with operation " + word);
        }
        return switch (word) {
            case "add", "inc" -> Operation.ADD;
            case "sub", "dec" -> Operation.SUB;
            case "max" -> Operation.MAX;
            case "min" -> Operation.MIN;
            default -> Operation.SET;
        };
    }

    private void requireValue(String what) {
        if (!settings.has("value")) {
            settings.report()
                    .say(
                            "value",
                            "is missing: " + what + " needs what it reads, such as value=\"{ms}\" or \"{arg:0}\".");
        }
    }

    /** Refuses constants, and defaults, that are no value: every event that meets them would fail. */
    private ValueTemplate checked(ValueTemplate template, @Nullable Unit unit) throws Mistake {
        String constant = template.constant();
        Piece.Ref single = template.singleReference();
        if (constant != null) {
            requireQuantity(constant, unit, "a constant");
        } else if (single != null && single.fallback() != null) {
            requireQuantity(single.fallback(), unit, "a default of a value");
        }
        return template;
    }

    private void requireQuantity(String text, @Nullable Unit unit, String what) throws Mistake {
        QuantityReader reader = new QuantityReader();
        Result result = reader.read(text, 0, text.length(), unit);
        switch (result) {
            case OK -> {
                if (kind == MetricKind.COUNTER && reader.value() < 0) {
                    throw new Mistake(Words.quote(text) + " is negative: a Counter only adds.");
                }
            }
            case UNIT ->
                throw new Mistake(Words.quote(text) + " has a unit that measures something else than valueUnit.");
            case NOT_FINITE -> throw new Mistake(Words.quote(text) + " is no finite number.");
            case MISSING, NOT_A_NUMBER ->
                throw new Mistake(Words.quote(text) + " is no number: " + what
                        + " is a number such as 250 or 1.5s"
                        + Words.didYouMean(references.hasCapture(text) ? "{" + text + "}" : null));
        }
    }

    private static Unit unit(String text) throws Mistake {
        Unit unit = Unit.ofSymbol(Settings.requireText(text), 0, text.length());
        if (unit == null) {
            List<String> symbols = new ArrayList<>();
            for (Unit each : Unit.values()) {
                symbols.add(each.symbol());
            }
            throw new Mistake(Words.quote(text) + " is no unit" + Words.didYouMean(DurationReader.nearestUnit(text))
                    + " The units are " + Words.list(symbols) + ".");
        }
        return unit;
    }
}
