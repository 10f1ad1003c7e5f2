package io.github.logtally.config;

import io.github.logtally.spi.LevelScale;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the settings that say which events a rule, or an {@code Exclude}, takes. */
final class ConditionCompiler {
    /**
     * A condition and what can be referred to in the rule that states it. With mistakes reported the condition is only
     * what was left.
     */
    record Compiled(Condition condition, References references) {}

    private final Settings settings;
    private final LevelScale levels;

    private ConditionCompiler(Settings settings, LevelScale levels) {
        this.settings = settings;
        this.levels = levels;
    }

    static Compiled compile(Settings settings, LevelScale levels) {
        return new ConditionCompiler(settings, levels).compile();
    }

    private Compiled compile() {
        LevelCondition level = LevelReader.read(settings, levels);
        List<String> loggers = settings.read("logger", ConditionCompiler::loggers, List.of());
        String marker = settings.nonEmpty("marker");
        MessagePattern message = settings.read("message", MessagePatternParser::parse);
        String contains = settings.nonEmpty("contains");
        RegexReader.Regex regex = settings.read("regex", RegexReader::read);
        List<String> groups = regex == null ? List.of() : regex.groups();
        Condition condition = new Condition(
                level,
                loggers,
                marker,
                message,
                contains,
                regex == null ? null : regex.pattern(),
                groups,
                settings.read("exception", ConditionCompiler::className),
                settings.read("rootCause", ConditionCompiler::className),
                settings.read("mdc", ConditionCompiler::entries, List.of()),
                settings.read("field", ConditionCompiler::entries, List.of()));
        boolean hidden = (message == null && settings.has("message")) || (regex == null && settings.has("regex"));
        Set<String> captures = captures(message, groups);
        return new Compiled(condition, hidden ? References.toUnknownCaptures() : References.toCaptures(captures));
    }

    private Set<String> captures(@Nullable MessagePattern message, List<String> groups) {
        Set<String> captures = new LinkedHashSet<>(message == null ? List.of() : message.captureNames());
        for (String group : groups) {
            if (References.isBuiltIn(group)) {
                settings.report()
                        .say(
                                "regex",
                                "a group cannot be named " + Words.quote(group) + ": {" + group
                                        + "} is a built-in reference. Choose another name.");
            } else if (!captures.add(group)) {
                settings.report()
                        .say(
                                "regex",
                                "a group and a hole of the message pattern are both named " + Words.quote(group)
                                        + ". Choose another name for one of them.");
            }
        }
        return captures;
    }

    private static List<String> loggers(String text) throws Mistake {
        List<String> loggers = ListReader.texts(text);
        for (String logger : loggers) {
            String parent = logger.replaceFirst("[.*]+$", "");
            if (!parent.equals(logger) || logger.indexOf('*') >= 0) {
                throw new Mistake(
                        Words.quote(logger) + " is no name of a logger: a name takes all loggers below it, too"
                                + Words.didYouMean(parent.isEmpty() || parent.indexOf('*') >= 0 ? null : parent));
            }
        }
        return loggers;
    }

    private static String className(String text) throws Mistake {
        Settings.requireText(text);
        if (!text.equals("*") && !isClassName(text)) {
            throw new Mistake(Words.quote(text)
                    + " is no name of a class: write one full name, such as java.io.IOException, or * for any. Subclasses are"
                    + " taken, too; for several classes write several rules that share one metric.");
        }
        return text;
    }

    private static boolean isClassName(String text) {
        boolean atStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (atStart ? !Character.isJavaIdentifierStart(c) : c != '.' && !Character.isJavaIdentifierPart(c)) {
                return false;
            }
            atStart = c == '.';
        }
        return !atStart;
    }

    private static List<EntryCondition> entries(String text) throws Mistake {
        List<EntryCondition> entries = new ArrayList<>();
        for (ListReader.Item item : ListReader.items(text)) {
            if (item.key().isEmpty()) {
                throw new Mistake(Words.quote(item.text()) + " has no key: write key=value, or a bare key.");
            }
            String value = item.value();
            entries.add(new EntryCondition(item.key(), value == null ? null : new Glob(value)));
        }
        return entries;
    }
}
