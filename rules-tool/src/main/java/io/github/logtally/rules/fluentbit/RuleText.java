package io.github.logtally.rules.fluentbit;

import io.github.logtally.spi.Element;
import java.util.Locale;
import java.util.Map;

/** Writes a translated rule into a rules file: what should be known about it, then the rule, as a comment if it must not run. */
final class RuleText {
    private static final String COMMENT = "  # ";

    private RuleText() {}

    static String of(Draft draft, String origin) {
        StringBuilder out = new StringBuilder();
        YamlText.comment(out, COMMENT, COMMENT, origin);
        draft.notes().forEach(note -> YamlText.comment(out, COMMENT + "- ", COMMENT + "  ", note));
        draft.mends().forEach(mend -> YamlText.comment(out, COMMENT + "TO MEND: ", COMMENT + "  ", mend));
        String rule = rule(draft);
        if (draft.mends().isEmpty()) {
            return out.append(rule).toString();
        }
        out.append(COMMENT).append("Mended, this is the rule:\n");
        rule.lines().forEach(line -> out.append("  #").append(line.substring(1)).append('\n'));
        return out.toString();
    }

    private static String rule(Draft draft) {
        StringBuilder out = new StringBuilder();
        Map<String, String> settings = draft.element().settings();
        String kind = draft.element().kind().toLowerCase(Locale.ROOT);
        setting(out, "  - ", kind, settings.getOrDefault("name", ""));
        settings.forEach((name, value) -> {
            if (!name.equals("name") && !name.equals("labels")) {
                setting(out, "    ", name, value);
            }
        });
        if (!draft.element().children().isEmpty()) {
            out.append("    exclude:\n");
        }
        for (Element exclude : draft.element().children()) {
            String indent = "      - ";
            for (Map.Entry<String, String> entry : exclude.settings().entrySet()) {
                setting(out, indent, entry.getKey(), entry.getValue());
                indent = "        ";
            }
        }
        if (!draft.labels().isEmpty()) {
            out.append("    labels:\n");
            draft.labels().forEach((name, value) -> setting(out, "      ", name, value));
        }
        return out.toString();
    }

    private static void setting(StringBuilder out, String indent, String name, String value) {
        out.append(indent)
                .append(YamlText.scalar(name))
                .append(": ")
                .append(YamlText.scalar(value))
                .append('\n');
    }
}
