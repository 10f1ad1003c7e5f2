package io.github.logtally.rules.fluentbit;

import io.github.logtally.rules.fluentbit.Section.Entry;
import io.github.logtally.spi.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Translates {@code regex} and {@code exclude}: a field and a regular expression. */
final class ConditionTranslator {
    private static final String LINE = "Fluent Bit saw the whole line that the layout wrote, the rule sees the message";

    private final Draft draft;
    private final Map<String, String> captures = new HashMap<>();

    private ConditionTranslator(Draft draft) {
        this.draft = draft;
    }

    /**
     * Translates them in their order, as Fluent Bit goes through them: an {@code exclude} that matches ends it, and so does the
     * first {@code regex}, whether it matches or not.
     *
     * @return the names of the groups in {@code regex}, each with the one that it has in Java
     */
    static Map<String, String> translate(List<Entry> entries, Draft draft) {
        ConditionTranslator translator = new ConditionTranslator(draft);
        translator.translate(entries.stream()
                .filter(entry -> entry.key().equals("regex") || entry.key().equals("exclude"))
                .toList());
        return translator.captures;
    }

    private void translate(List<Entry> conditions) {
        boolean decided = false;
        for (Entry condition : conditions) {
            if (decided) {
                draft.note(words(condition)
                        + " is never looked at by Fluent Bit, whose first regex decides; not taken over");
                continue;
            }
            boolean exclude = condition.key().equals("exclude");
            try {
                Element stated = condition(condition, exclude);
                if (exclude) {
                    draft.child(stated);
                } else {
                    stated.settings().forEach(draft::set);
                }
            } catch (NotTranslatable e) {
                draft.mend(words(condition) + ": " + e.words());
            }
            decided = !exclude;
        }
    }

    private static String words(Entry entry) {
        return entry.key() + " " + entry.value() + " (line " + entry.line() + ")";
    }

    private Element condition(Entry entry, boolean exclude) throws NotTranslatable {
        String[] parts = entry.value().split("\\s+", 2);
        if (parts.length < 2) {
            throw new NotTranslatable("Fluent Bit wants a field and a regular expression");
        }
        RecordField field = RecordField.of(parts[0]);
        String written = parts[1];
        OnigmoRegex.Translation translation = OnigmoRegex.translate(written);
        Element none = Element.of("Exclude");
        return switch (field.source()) {
            case LINE -> line(entry, text(none, translation, exclude), written);
            case MESSAGE -> text(none, translation, exclude);
            case LEVEL -> level(entry, none, translation.regex(), exclude);
            case LOGGER -> logger(entry, none, literal(written, "a rule takes loggers by their names"));
            case EXCEPTION -> exception(none, written);
            case MARKER -> none.with("marker", exact(literal(written, "a rule takes a marker by its name")));
            case MDC -> mdc(entry, none, field, written);
            case THREAD -> throw new NotTranslatable("no rule asks for the thread");
            case KUBERNETES ->
                throw new NotTranslatable(
                        "the application does not know it; where only this application met it, drop the condition");
            case NONE -> throw new NotTranslatable("no log event has the field '" + field.name() + "'");
        };
    }

    private Element text(Element none, OnigmoRegex.Translation translation, boolean exclude) {
        if (!exclude) {
            captures.putAll(translation.groups());
        }
        return none.with("regex", translation.regex());
    }

    private Element line(Entry entry, Element stated, String written) throws NotTranslatable {
        if (LevelRegex.isOnlyLevels(written)) {
            draft.note(words(entry) + " is taken for the level in the line, not for a word of the message");
            return levels(Element.of(stated.kind()), LevelRegex.named(written), false);
        }
        if (LevelRegex.namesLevel(written)) {
            throw new NotTranslatable(
                    LINE + " alone. Write the level into level, and leave in regex what the message says");
        }
        String start = written.contains("^") ? "; is ^ the start of the message, too?" : "";
        draft.note(words(entry) + ": " + LINE + " alone" + start);
        return stated;
    }

    private Element level(Entry entry, Element none, String java, boolean exclude) throws NotTranslatable {
        List<String> levels = LevelRegex.levels(java);
        if (levels.isEmpty()) {
            throw new NotTranslatable("it finds the name of no level");
        }
        if (!LevelRegex.finds(java, levels.get(0))) {
            draft.note(words(entry) + " is taken for " + String.join(", ", levels) + ", as the framework names them");
        }
        return levels(none, levels, exclude);
    }

    private Element levels(Element none, List<String> levels, boolean exclude) throws NotTranslatable {
        String least = LevelRegex.least(levels);
        if (LevelRegex.isEvery(levels)) {
            if (exclude) {
                throw new NotTranslatable("it excludes every level");
            }
            return none;
        }
        if (!least.isEmpty()) {
            return none.with("minLevel", least);
        }
        List<String> both =
                levels.stream().filter(level -> !level.equals("FATAL")).toList();
        if (both.isEmpty()) {
            draft.note("FATAL is a level of Log4j alone");
            return none.with("level", "FATAL");
        }
        if (both.size() < levels.size()) {
            draft.note("FATAL, a level of Log4j alone, is left out of level");
        }
        return none.with("level", String.join(", ", both));
    }

    private Element logger(Entry entry, Element none, LiteralRegex literal) throws NotTranslatable {
        String name = literal.text().replaceAll("\\.$", "");
        if (!literal.atStart() || !name.matches("[\\w.$-]+")) {
            throw new NotTranslatable("a rule takes a logger by the start of its name");
        }
        draft.note(words(entry) + " is taken for the logger " + name + " and all below it");
        return none.with("logger", name);
    }

    private static Element exception(Element none, String written) throws NotTranslatable {
        if (written.matches("\\.[*+]?")) {
            return none.with("exception", "*");
        }
        return none.with(
                "exception", exact(literal(written, "a rule takes an exception by the full name of its class")));
    }

    private Element mdc(Entry entry, Element none, RecordField field, String written) throws NotTranslatable {
        String key = escaped(field.key());
        draft.assumed(words(entry));
        if (written.matches("\\.[*+]?")) {
            return none.with("mdc", key);
        }
        LiteralRegex literal =
                literal(written, "an entry of the MDC is compared with a text in which * stands for any text");
        String glob = (literal.atStart() ? "" : "*") + literal.text() + (literal.atEnd() ? "" : "*");
        if (literal.text().matches(".*[*?].*")) {
            throw new NotTranslatable("* and ? cannot be looked for in an entry of the MDC");
        }
        return none.with("mdc", key + "=" + escaped(glob));
    }

    private static String escaped(String text) {
        return text.replace(",", "\\,").replace("=", "\\=");
    }

    private static LiteralRegex literal(String written, String instead) throws NotTranslatable {
        LiteralRegex literal = LiteralRegex.of(written);
        if (literal == null || literal.text().isBlank()) {
            throw new NotTranslatable(instead + ", not by a regular expression");
        }
        return literal;
    }

    private static String exact(LiteralRegex literal) throws NotTranslatable {
        if (!literal.atStart() || !literal.atEnd()) {
            throw new NotTranslatable("it must be a whole name, between ^ and $");
        }
        return literal.text();
    }
}
